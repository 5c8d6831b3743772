-- clause:   ast-4.3
-- title.ja: クラウドへのバックアップは、有効な承認のある評価に基づいている
-- title.en: Cloud backups rest on an assessment whose approval is valid
-- severity: high
-- scope:    all
-- time:     daily
-- subject:  backup-plan
SELECT p.id AS subject,
       CASE WHEN NOT p.in_use OR p.destination <> 'cloud' THEN 'skip'
            WHEN a.state = 'approved' AND a.ends_on >= :{today} THEN 'ok' ELSE 'alarm' END AS status,
       CASE WHEN a.id IS NULL THEN 'cloud-not-assessed' WHEN a.state <> 'approved' THEN 'cloud-not-approved' ELSE 'cloud-expired' END AS reason,
       'cloud-assessment:' || a.id AS assessment
  FROM facts.backup_plan p LEFT JOIN facts.cloud_assessment a ON a.id = p.assessment
