-- clause:   acc-7
-- title.ja: 端末の証明書が有効期限内にあり、使用を終えた端末の証明書は失効している
-- title.en: Certificates of terminals are within their time, and those of retired terminals are revoked
-- severity: medium
-- scope:    all
-- time:     daily
SELECT 'device:' || d.id AS subject,
       CASE WHEN NOT bool_or(t.revoked_at IS NULL) THEN 'skip'
            WHEN d.state = 'retired' OR max(t.expires_at) FILTER (WHERE t.revoked_at IS NULL) < :{today} THEN 'alarm'
            ELSE 'ok' END AS status,
       CASE WHEN d.state = 'retired' THEN 'terminal-retired' ELSE 'terminal-expired' END AS reason
  FROM facts.device d JOIN facts.terminal t ON t.device = d.id
 GROUP BY d.id, d.state
