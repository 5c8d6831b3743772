-- When somebody is away and who stands in.
CREATE TABLE organization.absence (
  id        uuid PRIMARY KEY,
  person    uuid NOT NULL REFERENCES organization.person (id),
  first_day date NOT NULL,
  last_day  date NOT NULL CHECK (last_day >= first_day),
  deputy    uuid NOT NULL REFERENCES organization.person (id) CHECK (deputy <> person)
);
CREATE INDEX absence_person ON organization.absence (person, first_day);
CREATE INDEX absence_days ON organization.absence (last_day, first_day);
CREATE INDEX department_head ON organization.department (head);
