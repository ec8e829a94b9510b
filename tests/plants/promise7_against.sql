-- promise 7: an assignment went to somebody who has a reason against
UPDATE assignment_assignment SET explanation = '{"scheme":"plant","product":"hulp","area":"Leek","age":80,"on":"2023-05-15",'
	|| '"candidates":[{"parties":["' || deliverer || '"],"reasons":["in-choice","unavailable"]}]}'
WHERE assignment = (SELECT MIN(assignment) FROM assignment_assignment);
