-- question:    egress
-- clause:      inf-3.d.unmanaged
-- title.ja:    登録されたゲートウェイを通らないWeb通信
-- title.en:    Web traffic past the registered gateways
-- means.ja:    プロキシなどのゲートウェイを登録しているのに、端末が直接社外のWebへつないでいます。
-- means.en:    Gateways are registered, yet a host connects to the web outside directly.
-- do.ja:       端末の設定とファイアウォールの規則を確かめ、必要な例外なら登録してください。
-- do.en:       Check the host's settings and the firewall's rules; register the gateway or the exception.
-- sentence.ja: {host} がゲートウェイを通らずに社外の {destinations} 宛先へ {events} 回つなぎました（{first_seen}〜{last_seen}）。
-- sentence.en: {host} connected {events} times to {destinations} outside destinations without a gateway ({first_seen} to {last_seen}).
-- needs:       register_gateway
-- key:         host
-- rows:        src_endpoint_ip = {host} AND dst_endpoint_port IN (80, 443, 8080)
-- param: min_events 5
SELECT c.host AS host, sum(c.events) AS events, count(DISTINCT c.destination) AS destinations,
       min(c.first_seen) AS first_seen, max(c.last_seen) AS last_seen
  FROM conversation c
  JOIN address s ON s.ip = c.host
  JOIN address d ON d.ip = c.destination
 WHERE c.class = 4001 AND s.internal AND NOT d.internal AND NOT d.multicast AND c.port IN (80, 443, 8080) AND NOT c.failed
   AND NOT EXISTS (SELECT 1 FROM register_gateway g WHERE g.ip = c.host)
 GROUP BY c.host
HAVING sum(c.events) >= :{min_events}
 ORDER BY events DESC NULLS LAST, host NULLS LAST
