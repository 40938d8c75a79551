package io.artrec.encryption.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.encryption.EncryptionException;
import io.artrec.encryption.KeyRing;
import io.artrec.encryption.KeySource;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;

/** Wrapped keys open for whom they were made, and say why not otherwise. */
class DataKeyTest {
  private static final byte[] BOUND = "file".getBytes(StandardCharsets.US_ASCII);
  private static final KeyRing KEYS = KeyRing.of("autumn", key(1));

  private static byte[] key(int fill) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) fill);
    return key;
  }

  @Test
  void envelope_opensUnderItsKey_alsoWhenThatIsAnEarlierOne() {
    DataKey made = DataKey.create(KEYS, BOUND);
    KeyRing later = KeyRing.of("winter", key(2)).withEarlier("autumn", key(1));
    DataKey opened = DataKey.open(later, made.envelope(), BOUND);
    assertThat(opened.key()).isEqualTo(made.key());
    assertThat(opened.keyId()).isEqualTo("autumn");
    assertThat(DataKey.create(KEYS, BOUND).key()).as("random").isNotEqualTo(made.key());
  }

  @Test
  void missingAndOtherKeys_areTold() {
    byte[] envelope = DataKey.create(KEYS, BOUND).envelope();
    assertThatThrownBy(() -> DataKey.open(KeyRing.of("winter", key(1)), envelope, BOUND))
        .isInstanceOf(EncryptionException.class)
        .hasMessageContaining("key 'autumn' is needed")
        .hasMessageContaining("does not have it");
    assertThatThrownBy(() -> DataKey.open(KeyRing.of("autumn", key(2)), envelope, BOUND))
        .hasMessageContaining("does not open under key 'autumn'")
        .hasMessageContaining("another key of this id");
    assertThatThrownBy(
            () -> DataKey.open(KEYS, envelope, "other".getBytes(StandardCharsets.US_ASCII)))
        .hasMessageContaining("does not open under key 'autumn'");
  }

  @Test
  void everyFlippedBit_isNoticed() {
    byte[] envelope = DataKey.create(KEYS, BOUND).envelope();
    for (int bit = 0; bit < 8 * envelope.length; bit++) {
      byte[] changed = envelope.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(() -> DataKey.open(KEYS, changed, BOUND))
          .as("bit %d", bit)
          .isInstanceOf(EncryptionException.class);
    }
    for (int length = 0; length < envelope.length; length++) {
      byte[] cut = Arrays.copyOf(envelope, length);
      assertThatThrownBy(() -> DataKey.open(KEYS, cut, BOUND))
          .as("%d bytes", length)
          .isInstanceOf(EncryptionException.class);
    }
  }

  @Test
  void currentKeyThatCannotBeUsed_isTold() {
    KeySource without =
        new KeySource() {
          @Override
          public String currentKeyId() {
            return "gone";
          }

          @Override
          public Optional<SecretKey> key(String id) {
            return Optional.empty();
          }
        };
    assertThatThrownBy(() -> DataKey.create(without, BOUND))
        .hasMessageContaining("key 'gone' is needed");
    String longest = "k".repeat(200);
    assertThat(DataKey.create(KeyRing.of(longest, key(1)), BOUND).envelope())
        .hasSize(DataKey.LONGEST);
    assertThatThrownBy(() -> DataKey.create(KeyRing.of(longest + "k", key(1)), BOUND))
        .hasMessageContaining("201 bytes, expected 1 to 200");
  }

  @Test
  void noNonce_andNoKey_isDrawnTwice() {
    assertThat(
            IntStream.range(0, 1000)
                .mapToObj(i -> Arrays.toString(AesGcm.random(AesGcm.NONCE_BYTES)))
                .distinct())
        .hasSize(1000);
  }
}
