-- question:    suspicious
-- clause:      inf-3.f
-- title.ja:    時間外の遠隔診断ポートへの通信
-- title.en:    Traffic to a remote diagnosis port outside its time
-- means.ja:    保守のときだけ開く遠隔診断ポートへ、登録した時間の外に通信があります。
-- means.en:    There was traffic to a remote diagnosis port, which is open for maintenance only, outside its registered time.
-- do.ja:       保守の記録と照らし、ポートが閉じているかを確かめてください。
-- do.en:       Compare with the record of maintenance; make sure that the port is closed.
-- sentence.ja: {host} が遠隔診断ポート {destination}:{port} へ、登録した時間の外に {events} 回つなぎました（{first_seen}〜{last_seen}）。
-- sentence.en: {host} connected {events} times to the remote diagnosis port {destination}:{port} outside its registered time ({first_seen} to {last_seen}).
-- needs:       register_diagnosis
-- key:         host, destination, port
-- rows:        src_endpoint_ip = {host} AND dst_endpoint_ip = {destination} AND dst_endpoint_port = {port}
WITH met AS (
  SELECT DISTINCT c.destination AS destination, c.port AS port
    FROM conversation c
    JOIN register_diagnosis r ON r.ip = c.destination AND r.port = c.port
   WHERE NOT c.failed)
SELECT l.src_endpoint_ip AS host, l.dst_endpoint_ip AS destination, l.dst_endpoint_port AS port,
       count(*) AS events, min(l.time) AS first_seen, max(l.time) AS last_seen
  FROM log l
  JOIN met m ON m.destination = l.dst_endpoint_ip AND m.port = l.dst_endpoint_port
 WHERE NOT EXISTS (SELECT 1 FROM register_diagnosis r
                    WHERE r.ip = l.dst_endpoint_ip AND r.port = l.dst_endpoint_port
                      AND r.opened <= l.time AND r.closed >= l.time)
   AND NOT hm_failed(l.status_code, l.activity_id, l.action_id)
 GROUP BY l.src_endpoint_ip, l.dst_endpoint_ip, l.dst_endpoint_port
 ORDER BY events DESC NULLS LAST, host NULLS LAST, destination NULLS LAST, port NULLS LAST
