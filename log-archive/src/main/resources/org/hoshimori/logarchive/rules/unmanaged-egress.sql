-- question:    egress
-- clause:      inf-3.d.unmanaged
-- title.ja:    管理外のネットワークからのインターネット接続
-- title.en:    Internet connections from networks outside management
-- means.ja:    台帳にない、または管理対象でないネットワークの端末が、インターネットへ直接接続しています。
-- means.en:    A host in a network that is not in the register, or not managed, connects to the internet.
-- do.ja:       その端末とネットワークの利用者を確かめ、登録するか切り離してください。
-- do.en:       Find out whose host and network it is; register it or disconnect it.
-- sentence.ja: {host} は管理対象のネットワークに属さず、{first_seen}〜{last_seen} に社外の {destinations} 宛先へ {events} 回接続しました（送信 {bytes_out} バイト）。
-- sentence.en: {host} belongs to no managed network and connected {events} times to {destinations} outside destinations between {first_seen} and {last_seen} ({bytes_out} bytes sent).
-- needs:       register_network
-- key:         host
-- rows:        src_endpoint_ip = {host}
-- param: min_events 1
SELECT l.src_endpoint_ip AS host, count(*) AS events, count(DISTINCT l.dst_endpoint_ip) AS destinations,
       sum(coalesce(l.traffic_bytes_out, 0)) AS bytes_out, min(l.time) AS first_seen, max(l.time) AS last_seen
  FROM log l
  JOIN address s ON s.ip = l.src_endpoint_ip
  JOIN address d ON d.ip = l.dst_endpoint_ip
 WHERE s.internal AND NOT s.managed AND NOT s.multicast AND NOT d.internal AND NOT d.multicast
   AND NOT hm_failed(l.status_code, l.activity_id, l.action_id)
 GROUP BY l.src_endpoint_ip
HAVING count(*) >= :{min_events}
 ORDER BY bytes_out DESC NULLS LAST, host NULLS LAST
