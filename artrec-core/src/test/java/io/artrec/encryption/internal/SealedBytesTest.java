package io.artrec.encryption.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.encryption.EncryptionException;
import io.artrec.encryption.KeyRing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in encrypted chunks: what was written is read anywhere, and nothing else. */
class SealedBytesTest {
  private static final int CHUNK = SealingStream.CHUNK;
  private static final int SEALED = CHUNK + AesGcm.TAG_BYTES;
  private static final byte[] HEADER = {1, 2, 3};

  private final DataKey key = DataKey.create(KeyRing.of("k", new byte[32]), HEADER);

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new SplittableRandom(length).nextBytes(bytes);
    return bytes;
  }

  private byte[] sealed(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(HEADER);
    SealingStream sealing = new SealingStream(out, key, HEADER);
    int first = Math.min(1, plain.length);
    sealing.write(plain, 0, first);
    sealing.write(plain, first, plain.length - first);
    sealing.finish();
    return out.toByteArray();
  }

  private SealedBytes opened(byte[] file) {
    return new SealedBytes(
        (from, into) -> into.put(file, (int) from, into.remaining()), file.length, key, HEADER);
  }

  private void assertRefused(byte[] file, String what) {
    assertThatThrownBy(() -> opened(file).check()).as(what).isInstanceOf(EncryptionException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 1021})
  void whatWasWritten_isReadAtAnyPlace(int length) throws IOException {
    byte[] plain = random(length);
    SealedBytes sealed = opened(sealed(plain));
    sealed.check();
    assertThat(sealed.size()).isEqualTo(length);
    ByteBuffer all = ByteBuffer.allocate(length);
    sealed.read(0, all);
    assertThat(all.array()).isEqualTo(plain);
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 20 && length > 0; i++) {
      int from = random.nextInt(length);
      ByteBuffer some = ByteBuffer.allocate(random.nextInt(length - from) + 1);
      sealed.read(from, some);
      assertThat(some.array()).isEqualTo(Arrays.copyOfRange(plain, from, from + some.capacity()));
    }
  }

  @Test
  void noPlainByte_isThere() throws IOException {
    byte[] plain = new byte[2 * CHUNK];
    Arrays.fill(plain, (byte) 'a');
    assertThat(new String(sealed(plain), StandardCharsets.ISO_8859_1)).doesNotContain("aaaa");
  }

  @Test
  void flippedBits_areNoticed_andTheirPlaceIsNamed() throws IOException {
    byte[] file = sealed(random(2 * CHUNK + 9));
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 200; i++) {
      int bit = 8 * HEADER.length + random.nextInt(8 * (file.length - HEADER.length));
      byte[] changed = file.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      int chunk = (bit / 8 - HEADER.length) / SEALED;
      assertThatThrownBy(() -> opened(changed).check())
          .as("bit %d", bit)
          .hasMessageContaining("its bytes " + (HEADER.length + chunk * SEALED) + " to ");
    }
  }

  @Test
  void cutFiles_areRefused_wherever() throws IOException {
    byte[] file = sealed(random(2 * CHUNK + 9));
    for (int length = HEADER.length;
        length < file.length;
        length += length % SEALED < 40 ? 1 : 997) {
      assertRefused(Arrays.copyOf(file, length), length + " bytes");
    }
    for (int chunks = 0; chunks <= 2; chunks++) {
      assertRefused(Arrays.copyOf(file, HEADER.length + chunks * SEALED), chunks + " chunks");
    }
    assertRefused(Arrays.copyOf(file, file.length + 1), "a byte more");
  }

  @Test
  void exchangedDoubledAndForeignChunks_areRefused() throws IOException {
    byte[] file = sealed(random(3 * CHUNK));
    for (List<Integer> order :
        List.of(List.of(1, 0, 2), List.of(0, 0, 2), List.of(0, 2, 1), List.of(0, 2))) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(HEADER);
      for (int chunk : order) {
        out.write(file, HEADER.length + chunk * SEALED, SEALED);
      }
      assertRefused(out.toByteArray(), order.toString());
    }
    byte[] other = new SealedBytesTest().sealed(random(3 * CHUNK));
    System.arraycopy(other, HEADER.length + SEALED, file, HEADER.length + SEALED, SEALED);
    assertRefused(file, "of a file with another key");
  }

  @Test
  void noNonce_isUsedTwice() {
    Set<ByteBuffer> nonces = new HashSet<>();
    for (int index = 0; index < 1000; index++) {
      assertThat(nonces.add(ByteBuffer.wrap(SealingStream.nonce(index, false)))).isTrue();
      assertThat(nonces.add(ByteBuffer.wrap(SealingStream.nonce(index, true)))).isTrue();
    }
  }
}
