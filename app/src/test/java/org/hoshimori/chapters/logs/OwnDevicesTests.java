package org.hoshimori.chapters.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.estate.ItemId;
import org.hoshimori.core.estate.Noun;
import org.junit.jupiter.api.Test;

/** Which addresses a note says. */
class OwnDevicesTests {

    private static List<String> read(String note) {
        Item item = new Item(
                new ItemId(UUID.randomUUID()),
                Noun.DEVICE,
                "PC-1",
                "pc1",
                "notebook",
                null,
                null,
                0,
                Item.State.IN_USE,
                note,
                0);
        return OwnDevices.rows(item)
                .map(r -> r.get("hostname") + " " + r.get("mac") + " " + r.get("ip"))
                .toList();
    }

    @Test
    void readsAddressesAsPeopleWriteThem() {
        assertThat(read("MAC: AA-BB-CC-00-00-01")).containsExactly("pc1 aa-bb-cc-00-00-01 ");
        assertThat(read("会議室の機器\nＭＡＣアドレス：ａａ:bb:cc:00:00:02、IP 欄はなし\nIPアドレス：10.1.0.2（固定）"))
                .containsExactly("pc1 aa:bb:cc:00:00:02 10.1.0.2");
        assertThat(read("mac address: aabb.cc00.0003, aabbcc000004\nIPv4: 10.1.0.3"))
                .containsExactly("pc1 aabb.cc00.0003 10.1.0.3", "pc1 aabbcc000004 ");
        assertThat(read("IPv6: 2001:DB8::7 10.1.0.9.\nMAC: aa:bb:cc:00:00:09."))
                .containsExactly("pc1 aa:bb:cc:00:00:09 2001:db8::7", "pc1  10.1.0.9");
    }

    @Test
    void takesNothingThatIsNotSaidToBeTheirs() {
        assertThat(read("")).isEmpty();
        assertThat(read("replaces aa:bb:cc:00:00:01, firmware 10.1.0.3")).isEmpty();
        assertThat(read("MAC: none\nIP: DHCP")).isEmpty();
        assertThat(read("MAC: aa:bb:cc:00:00:01:02\nIP: 10.1.0.0/16")).isEmpty();
        assertThat(read("IP: 10.1.0.1.5\nMAC: aa:bb:cc:00-00-01")).isEmpty();
    }
}
