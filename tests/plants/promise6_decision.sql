-- promise 6: the decision may take two years
UPDATE decision_application SET due_on = '2025-05-15' WHERE report = (SELECT MIN(report) FROM decision_application);
