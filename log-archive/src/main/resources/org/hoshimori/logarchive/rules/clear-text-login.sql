-- question:    suspicious
-- clause:      inf-3.d.suspicious
-- title.ja:    暗号化されないログイン
-- title.en:    Log-ins in clear text
-- means.ja:    パスワードを暗号化せずに送るプロトコル（FTP、Telnet、POP3、IMAP など）が使われています。
-- means.en:    A protocol that sends passwords in the clear is used (FTP, Telnet, POP3, IMAP and others).
-- do.ja:       暗号化されるもの（SFTP、SSH、TLS）に替えてください。
-- do.en:       Change it to one that encrypts (SFTP, SSH, TLS).
-- sentence.ja: {host} が {destination} のポート {port} へ暗号化されないプロトコルで {events} 回つなぎました（{first_seen}〜{last_seen}）。
-- sentence.en: {host} connected {events} times to {destination} port {port} by a protocol that does not encrypt ({first_seen} to {last_seen}).
-- key:         host, destination, port
-- rows:        src_endpoint_ip = {host} AND dst_endpoint_ip = {destination} AND dst_endpoint_port = {port}
SELECT c.host AS host, c.destination AS destination, c.port AS port, sum(c.events) AS events,
       min(c.first_seen) AS first_seen, max(c.last_seen) AS last_seen
  FROM conversation c
  JOIN address s ON s.ip = c.host
  JOIN address d ON d.ip = c.destination
 WHERE c.class = 4001 AND c.port IN (21, 23, 110, 143, 512, 513, 514) AND c.protocol IN ('', 'tcp') AND (s.internal OR d.internal)
   AND NOT c.encrypted AND NOT c.failed AND c.answered
 GROUP BY c.host, c.destination, c.port
 ORDER BY events DESC NULLS LAST, host NULLS LAST, destination NULLS LAST, port NULLS LAST
