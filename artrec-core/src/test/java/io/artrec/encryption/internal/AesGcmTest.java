package io.artrec.encryption.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.encryption.internal.AesGcm.Bytes;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/**
 * Test case 16 of D. McGrew and J. Viega, "The Galois/Counter Mode of Operation (GCM)", submission
 * to NIST, 2004: AES-256 with associated data.
 */
class AesGcmTest {
  private static final byte[] NONCE = bytes("cafebabefacedbaddecaf888");
  private static final byte[] BOUND = bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2");
  private static final byte[] PLAIN =
      bytes(
          "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
              + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
  private static final byte[] SEALED =
      bytes(
          "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
              + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
              + "76fc6ece0f4e1768cddf8853bb2d551b");

  private final AesGcm cipher =
      new AesGcm(
          new SecretKeySpec(
              bytes("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"), "AES"));

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  @Test
  void seal_givesTheKnownAnswer_twice() {
    for (int time = 0; time < 2; time++) {
      byte[] out = new byte[SEALED.length + 3];
      AesGcm other = time == 0 ? cipher : new AesGcm(key());
      other.seal(Bytes.of(NONCE), Bytes.of(BOUND), Bytes.of(PLAIN), out, 3);
      assertThat(HexFormat.of().formatHex(out, 3, out.length))
          .isEqualTo(HexFormat.of().formatHex(SEALED));
    }
  }

  private static SecretKeySpec key() {
    return new SecretKeySpec(
        bytes("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"), "AES");
  }

  @Test
  void open_givesThePlainBytesBack_andRefusesEveryFlippedBit() {
    byte[] out = new byte[SEALED.length];
    assertThat(cipher.open(Bytes.of(NONCE), Bytes.of(BOUND), Bytes.of(SEALED), out, 0)).isTrue();
    assertThat(out).startsWith(PLAIN);
    for (int bit = 0; bit < 8 * SEALED.length; bit++) {
      byte[] changed = SEALED.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(cipher.open(Bytes.of(NONCE), Bytes.of(BOUND), Bytes.of(changed), out, 0))
          .as("bit %d", bit)
          .isFalse();
    }
    byte[] otherBound = BOUND.clone();
    otherBound[0]++;
    assertThat(cipher.open(Bytes.of(NONCE), Bytes.of(otherBound), Bytes.of(SEALED), out, 0))
        .isFalse();
    assertThat(cipher.open(Bytes.of(NONCE), Bytes.of(BOUND), new Bytes(SEALED, 0, 15), out, 0))
        .as("shorter than a tag")
        .isFalse();
  }
}
