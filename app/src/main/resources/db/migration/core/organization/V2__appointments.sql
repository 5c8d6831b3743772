ALTER TABLE organization.appointment ADD COLUMN version integer NOT NULL DEFAULT 0;
CREATE INDEX appointment_deputy ON organization.appointment (deputy);
