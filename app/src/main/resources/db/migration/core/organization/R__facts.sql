CREATE OR REPLACE VIEW facts.person AS
SELECT id, staff_number, kind, department, language, joined_on, leaves_on FROM organization.person;
SELECT facts.watch('organization.person', 'person', 'id');

CREATE OR REPLACE VIEW facts.department AS
SELECT id, position, head, closed_on FROM organization.department;
SELECT facts.watch('organization.department', 'department', 'id');

CREATE OR REPLACE VIEW facts.appointment AS
SELECT id, post, department, holder, deputy, starts_on, ends_on FROM organization.appointment;
SELECT facts.watch('organization.appointment', 'appointment', 'id', 'post', 'department', 'holder');

CREATE OR REPLACE VIEW facts.company AS
SELECT id, business, fiscal_year_begins FROM organization.company;
SELECT facts.watch('organization.company', 'company', 'id');
