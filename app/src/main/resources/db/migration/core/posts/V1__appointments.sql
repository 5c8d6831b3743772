GRANT USAGE ON SCHEMA posts TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA posts GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};

-- Who holds which post of org-1 from when until when; post is the code of the regulation.
CREATE TABLE posts.appointment (
  id         uuid    PRIMARY KEY,
  post       text    NOT NULL,
  department uuid,
  holder     uuid    NOT NULL,
  deputy     uuid    CHECK (deputy <> holder),
  starts_on  date    NOT NULL,
  ends_on    date    CHECK (ends_on >= starts_on),
  version    integer NOT NULL DEFAULT 0
);
CREATE INDEX appointment_post ON posts.appointment (post, starts_on);
CREATE INDEX appointment_holder ON posts.appointment (holder);
CREATE INDEX appointment_deputy ON posts.appointment (deputy);

-- Before posts had a room of their own, appointments were kept beside people; the view of that time goes with its table.
INSERT INTO posts.appointment (id, post, department, holder, deputy, starts_on, ends_on, version)
SELECT id, post, department, holder, deputy, starts_on, ends_on, version FROM organization.appointment;
DROP TABLE organization.appointment CASCADE;
DROP FUNCTION IF EXISTS facts.note_organization_appointment_appointment();
