package io.artrec.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KeyRingTest {
  private static byte[] key(int fill) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) fill);
    return key;
  }

  @Test
  void keys_areFoundByTheirIds_andCopied() {
    byte[] winter = key(7);
    KeyRing ring = KeyRing.of("winter", winter).withEarlier("autumn", key(1));
    Arrays.fill(winter, (byte) 0);
    assertThat(ring.currentKeyId()).isEqualTo("winter");
    assertThat(ring.key("winter").orElseThrow().getEncoded()).isEqualTo(key(7));
    assertThat(ring.key("autumn").orElseThrow().getEncoded()).isEqualTo(key(1));
    assertThat(ring.key("summer")).isEmpty();
  }

  @Test
  void wrongKeysAndIds_areRefused() {
    assertThatThrownBy(() -> KeyRing.of("a", new byte[16]))
        .hasMessage("key 'a' has 16 bytes, expected 32 random ones");
    assertThatThrownBy(() -> KeyRing.of(" ", key(1))).hasMessageContaining("is blank");
    assertThatThrownBy(() -> KeyRing.of("a", key(1)).withEarlier("a", key(2)))
        .hasMessage("key 'a' is in the ring already");
  }

  @Test
  void noKey_isEverInAText() {
    KeyRing ring = KeyRing.of("winter", key(0x41)).withEarlier("autumn", key(0x42));
    Encryption encryption = Encryption.with(ring).acceptingPlain().userKeys(Path.of("v.keys"));
    assertThat(ring + " " + encryption + " " + ring.key("winter"))
        .contains("winter", "v.keys")
        .doesNotContain("AAAA", "BBBB", "4141", "4242", "65, 65", "QUFB");
    assertThat(Encryption.none()).hasToString("no encryption");
    assertThatThrownBy(() -> Encryption.none().userKeys(Path.of("v")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Encryption.with(keys)");
  }
}
