-- SPDX-License-Identifier: EUPL-1.2
-- Who joined by an award did so in the areas of its lot, and no further.
UPDATE lane_change SET areas = COALESCE((SELECT m.areas FROM agreement_made m
	WHERE m.register_id = lane_change.register_id AND m.made = lane_change.fact), areas)
WHERE sort = 'joined';
