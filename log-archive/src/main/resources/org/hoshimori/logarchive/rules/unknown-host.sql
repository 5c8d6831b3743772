-- question:    devices
-- clause:      inf-3.d.devices
-- title.ja:    DHCPにも台帳にもない端末の通信
-- title.en:    Traffic of hosts known neither to DHCP nor to the register
-- means.ja:    社内のアドレスを、配られても登録されてもいない端末が使っています（固定アドレスの持ち込みなど）。
-- means.en:    An inside address is used that was neither leased nor registered, as when somebody sets one by hand.
-- do.ja:       そのアドレスの機器を確かめ、登録するか切り離してください。
-- do.en:       Find the device behind the address; register it or disconnect it.
-- sentence.ja: 台帳にもDHCPの記録にもない {host} が {first_seen}〜{last_seen} に {events} 回通信しました。
-- sentence.en: {host}, neither registered nor leased, communicated {events} times between {first_seen} and {last_seen}.
-- needs:       register_device, register_network
-- key:         host
-- rows:        src_endpoint_ip = {host}
-- param: min_events 20
SELECT c.host AS host, sum(c.events) AS events, min(c.first_seen) AS first_seen, max(c.last_seen) AS last_seen
  FROM conversation c
  JOIN address s ON s.ip = c.host
 WHERE s.internal AND NOT s.multicast AND s.network <> '' AND c.class IN (4001, 4002, 4003)
   AND EXISTS (SELECT 1 FROM log_dhcp h WHERE h.src_endpoint_ip IS NOT NULL)
   AND NOT EXISTS (SELECT 1 FROM register_device d WHERE d.ip = c.host)
   AND NOT EXISTS (SELECT 1 FROM register_gateway g WHERE g.ip = c.host)
   AND NOT EXISTS (SELECT 1 FROM register_permit p WHERE p.ip = c.host)
   AND c.host NOT IN (SELECT h.src_endpoint_ip FROM log_dhcp h WHERE h.src_endpoint_ip IS NOT NULL)
 GROUP BY c.host
HAVING sum(c.events) >= :{min_events}
 ORDER BY events DESC NULLS LAST, host NULLS LAST
