-- promise 2: what was granted has no provider and left the waiting list
DELETE FROM assignment_waiting WHERE decision = (SELECT MIN(decision) FROM assignment_waiting);
