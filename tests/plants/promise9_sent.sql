-- promise 9: an order counts as sent, and no fact says when
UPDATE exchange_order SET state = 'sent', message = 'verdwenen', sent_on = '2023-05-15'
WHERE assignment = (SELECT MIN(assignment) FROM exchange_order WHERE state = 'placed');
