-- The number of the device from which somebody logged in or tried to, where it was one of ours (acc-7).
ALTER TABLE identity.log_in ADD COLUMN terminal text NOT NULL DEFAULT '';
