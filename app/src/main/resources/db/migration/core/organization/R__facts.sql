CREATE OR REPLACE VIEW facts.person AS
SELECT id, staff_number, kind, department, language, joined_on, leaves_on FROM organization.person;

CREATE OR REPLACE VIEW facts.department AS
SELECT id, position, head, closed_on FROM organization.department;

CREATE OR REPLACE VIEW facts.appointment AS
SELECT id, post, department, holder, deputy, starts_on, ends_on FROM organization.appointment;
