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
SELECT l.src_endpoint_ip AS host, l.dst_endpoint_ip AS destination, l.dst_endpoint_port AS port,
       count(*) AS events, min(l.time) AS first_seen, max(l.time) AS last_seen
  FROM log_network l
  JOIN address s ON s.ip = l.src_endpoint_ip
  JOIN address d ON d.ip = l.dst_endpoint_ip
 WHERE l.dst_endpoint_port IN (21, 23, 110, 143, 512, 513, 514)
   AND coalesce(l.connection_info_protocol_name, 'tcp') = 'tcp' AND (s.internal OR d.internal)
   AND coalesce(l.app_name, '') <> 'ssl' AND NOT hm_failed(l.status_code, l.activity_id, l.action_id)
   AND (coalesce(l.traffic_bytes_in, 0) > 0 OR coalesce(l.traffic_bytes, 0) > 0)
 GROUP BY l.src_endpoint_ip, l.dst_endpoint_ip, l.dst_endpoint_port
 ORDER BY events DESC NULLS LAST, host NULLS LAST, destination NULLS LAST, port NULLS LAST
