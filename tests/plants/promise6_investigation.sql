-- promise 6: the investigation may take until a day off
UPDATE desk_report SET due_on = '2023-12-25' WHERE report = (SELECT MIN(report) FROM desk_report);
