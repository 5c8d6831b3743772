GRANT USAGE ON SCHEMA organization TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA organization GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};

CREATE TABLE organization.department (
  id        uuid PRIMARY KEY,
  name      text    NOT NULL,
  name_en   text    NOT NULL DEFAULT '',
  position  integer NOT NULL,
  head      uuid,
  closed_on date,
  version   integer NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX department_name ON organization.department (name) WHERE closed_on IS NULL;

CREATE TABLE organization.person (
  id           uuid PRIMARY KEY,
  staff_number text NOT NULL,
  family_name  text NOT NULL,
  given_name   text NOT NULL,
  family_kana  text NOT NULL DEFAULT '',
  given_kana   text NOT NULL DEFAULT '',
  mail         text NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('director', 'employee', 'part-time', 'dispatched')),
  department   uuid REFERENCES organization.department (id),
  language     text NOT NULL CHECK (language IN ('ja', 'en')),
  joined_on    date NOT NULL,
  leaves_on    date CHECK (leaves_on >= joined_on),
  -- What a person is searched by, folded, and every two neighbouring characters of it: words of two characters are found too.
  searched     text   NOT NULL,
  bigrams      text[] NOT NULL,
  version      integer NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX person_staff_number ON organization.person (staff_number);
CREATE UNIQUE INDEX person_mail ON organization.person (lower(mail));
CREATE INDEX person_bigrams ON organization.person USING gin (bigrams);
CREATE INDEX person_kana ON organization.person (family_kana, given_kana, staff_number);
CREATE INDEX person_department ON organization.person (department, family_kana, given_kana);
ALTER TABLE organization.department ADD FOREIGN KEY (head) REFERENCES organization.person (id);

-- Who holds which post of org-1 from when until when; post is the code of the regulation.
CREATE TABLE organization.appointment (
  id         uuid PRIMARY KEY,
  post       text NOT NULL,
  department uuid REFERENCES organization.department (id),
  holder     uuid NOT NULL REFERENCES organization.person (id),
  deputy     uuid REFERENCES organization.person (id) CHECK (deputy <> holder),
  starts_on  date NOT NULL,
  ends_on    date CHECK (ends_on >= starts_on)
);
CREATE INDEX appointment_post ON organization.appointment (post, starts_on);
CREATE INDEX appointment_holder ON organization.appointment (holder);
