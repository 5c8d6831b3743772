GRANT USAGE ON SCHEMA absences TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA absences GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};

-- When somebody is away and who stands in.
CREATE TABLE absences.absence (
  id        uuid PRIMARY KEY,
  person    uuid NOT NULL,
  first_day date NOT NULL,
  last_day  date NOT NULL CHECK (last_day >= first_day),
  deputy    uuid NOT NULL CHECK (deputy <> person)
);
CREATE INDEX absence_person ON absences.absence (person, first_day);
CREATE INDEX absence_days ON absences.absence (last_day, first_day);
