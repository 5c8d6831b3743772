package org.hoshimori.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class MetricsDoorTests {

    private static final String TOKEN = "0123456789abcdef";

    private final MetricsDoor withoutToken = new MetricsDoor("", false);
    private final MetricsDoor withToken = new MetricsDoor(TOKEN, true);

    @Test
    void opensToThisMachineOnly() {
        assertThat(withoutToken.opens(from("127.0.0.1"))).isTrue();
        assertThat(withoutToken.opens(from("0:0:0:0:0:0:0:1"))).isTrue();
        assertThat(withoutToken.opens(from("192.0.2.7"))).isFalse();
        assertThat(withoutToken.opens(from("::ffff:192.0.2.7"))).isFalse();
    }

    @Test
    void isNotFooledByAProxyOnThisMachine() {
        for (String passed : new String[] {"X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"}) {
            assertThat(withoutToken.opens(from("127.0.0.1", passed, "192.0.2.7")))
                    .as(passed)
                    .isFalse();
        }
        assertThat(withToken.opens(from("127.0.0.1")))
                .as("known to stand behind a proxy")
                .isFalse();
    }

    @Test
    void opensToWhoeverShowsTheToken() {
        assertThat(withToken.opens(from("192.0.2.7", "Authorization", "Bearer " + TOKEN)))
                .isTrue();
        assertThat(withToken.opens(from("192.0.2.7", "Authorization", "Bearer " + TOKEN + "0")))
                .isFalse();
        assertThat(withToken.opens(from("192.0.2.7", "Authorization", TOKEN))).isFalse();
        assertThat(withoutToken.opens(from("192.0.2.7", "Authorization", "Bearer ")))
                .as("no token is set")
                .isFalse();
    }

    private static MockHttpServletRequest from(String address, String... header) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/metrics");
        request.setRemoteAddr(address);
        if (header.length > 0) {
            request.addHeader(header[0], header[1]);
        }
        return request;
    }
}
