-- promise 7: a decision without a person's name
UPDATE decision_decision SET decided_by = ' ' WHERE report = (SELECT MAX(report) FROM decision_decision);
