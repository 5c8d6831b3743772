CREATE OR REPLACE VIEW facts.backup_plan AS
SELECT id, code, target, equipment, destination, kept, place, assessment, encrypted, longest_gap, responsible, in_use, begins,
       standing, since, last_good_at, last_tested, changed_at
  FROM backups.plan;

CREATE OR REPLACE VIEW facts.backup_run AS
SELECT id, plan, judged, begun_at, ended_at, bytes, way, reported_at FROM backups.run;

CREATE OR REPLACE VIEW facts.backup_missed AS
SELECT plan, due_at, noted_at, met_by FROM backups.missed;

CREATE OR REPLACE VIEW facts.restore_test AS
SELECT id, plan, tested_on, minutes, succeeded, recorded_at FROM backups.restore_test;

CREATE OR REPLACE VIEW facts.backup_target AS
SELECT t.id, t.listed, t.revision FROM backups.target t;

SELECT facts.watch('backups.plan', 'backup_plan', 'id'), facts.watch('backups.run', 'backup_run', 'id', 'plan'),
       facts.watch('backups.missed', 'backup_missed', 'plan'), facts.watch('backups.restore_test', 'restore_test', 'id', 'plan'),
       facts.watch('backups.target', 'backup_target', 'id');
