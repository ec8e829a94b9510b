-- promise 10: the work list names another contact person than the client's file
UPDATE caseload_case SET contact = (SELECT MAX(contact) FROM desk_contact)
WHERE report = (SELECT MIN(report) FROM caseload_case WHERE contact <> (SELECT MAX(contact) FROM desk_contact));
