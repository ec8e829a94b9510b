-- promise 6: the term for objecting ended before it began
UPDATE decision_decision SET objection_until = decided_on WHERE report = (SELECT MIN(report) FROM decision_decision);
