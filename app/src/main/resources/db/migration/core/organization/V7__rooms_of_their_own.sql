-- The company, absences and hand-overs live in rooms of their own, whose tables are made before these; posts fetch theirs.
INSERT INTO company.company (id, name, name_en, business, fiscal_year_begins, version)
SELECT id, name, name_en, business, fiscal_year_begins, version FROM organization.company;
INSERT INTO company.day_off (day, name) SELECT day, name FROM organization.day_off;
INSERT INTO absences.absence (id, person, first_day, last_day, deputy)
SELECT id, person, first_day, last_day, deputy FROM organization.absence;
INSERT INTO handovers.promise (person, by_day) SELECT person, by_day FROM organization.hand_over;

DROP TABLE organization.company, organization.day_off, organization.absence, organization.hand_over;
DROP FUNCTION IF EXISTS facts.note_organization_company_company();
