-- promise 7: an assignment went to somebody who has a reason against
UPDATE assignment_assignment SET explanation = '{"candidates":[{"party":"' || deliverer || '","under":null,"responsible":true,'
	|| '"for":["De aanbieder is goedkoop."],"against":["De aanbieder is vol."]}],"choice":false,"rule":null,"reasons":[]}'
WHERE assignment = (SELECT MIN(assignment) FROM assignment_assignment);
