CREATE OR REPLACE VIEW facts.person AS
SELECT id, staff_number, kind, department, language, joined_on, leaves_on FROM organization.person;
SELECT facts.watch('organization.person', 'person', 'id');

CREATE OR REPLACE VIEW facts.department AS
SELECT id, position, head, closed_on FROM organization.department;
SELECT facts.watch('organization.department', 'department', 'id');
