-- promise 6: a decision has no term for objecting
DELETE FROM term_term WHERE term = 'objection' AND about = (SELECT MIN(about) FROM term_term WHERE term = 'objection');
