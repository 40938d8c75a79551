package io.artrec.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
  private static final double[] DOUBLES = {
    0.0, -0.0, Double.MIN_VALUE, -Double.MAX_VALUE, Double.NaN, Double.NEGATIVE_INFINITY, Math.PI
  };
  private static final List<String> TEXTS = List.of("", "a\nb", "宋朝 🎨", "x".repeat(100_000));

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("model");
  }

  private static void write(StateWriter out) {
    out.putLong("long", Long.MIN_VALUE);
    out.putDouble("double", -0.0);
    out.putString("string", "Ōi 応為");
    out.putInts("ints", new int[] {Integer.MIN_VALUE, 0, 7});
    out.putLongs("longs", new long[] {Long.MAX_VALUE});
    out.putFloats("floats", new float[] {Float.NaN, -0f, Float.MIN_VALUE});
    out.putDoubles("doubles", DOUBLES);
    out.putStrings("strings", TEXTS);
    out.putInts("none", new int[0]);
  }

  private static boolean readAndCheck(StateReader in) {
    assertThat(in.getLong("long")).isEqualTo(Long.MIN_VALUE);
    assertThat(Double.doubleToRawLongBits(in.getDouble("double")))
        .isEqualTo(Double.doubleToRawLongBits(-0.0));
    assertThat(in.getString("string")).isEqualTo("Ōi 応為");
    assertThat(in.getInts("ints")).containsExactly(Integer.MIN_VALUE, 0, 7);
    assertThat(in.getLongs("longs")).containsExactly(Long.MAX_VALUE);
    assertThat(in.getFloats("floats")).isEqualTo(new float[] {Float.NaN, -0f, Float.MIN_VALUE});
    assertThat(in.getDoubles("doubles")).isEqualTo(DOUBLES);
    assertThat(in.getStrings("strings")).isEqualTo(TEXTS);
    assertThat(in.getInts("none")).isEmpty();
    return true;
  }

  @Test
  void everyType_comesBackToTheBit() {
    ModelFile.write(file(), ModelFileTest::write);
    assertThat(ModelFile.read(file(), ModelFileTest::readAndCheck)).isTrue();
  }

  @Test
  void arraysBeyondABuffer_comeBack() {
    float[] floats = new float[1_000_003];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = i * 0.1f;
    }
    ModelFile.write(file(), out -> out.putFloats("floats", floats));
    float[] read = ModelFile.read(file(), in -> in.getFloats("floats"));
    assertThat(read).isEqualTo(floats);
  }

  @Test
  void valueReadAsAnother_isRefusedByName() {
    ModelFile.write(file(), out -> out.putLong("artworks", 3));
    assertThatThrownBy(() -> ModelFile.read(file(), in -> in.getInts("offsets")))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("found long 'artworks', expected ints 'offsets'");
  }

  @Test
  void nextName_isKnownBeforeItsValueIsRead() {
    float[] floats = new float[1 << 17];
    ModelFile.write(
        file(),
        out -> {
          out.putLong("size", 3);
          out.putFloats("floats", floats);
          out.putInts("名", new int[] {1});
        });
    ModelFile.read(
        file(),
        in -> {
          assertThat(in.isNext("siz")).isFalse();
          assertThat(in.isNext("sizes")).isFalse();
          assertThat(in.isNext("size")).isTrue();
          assertThat(in.getLong("size")).isEqualTo(3);
          assertThat(in.isNext("floats")).isTrue();
          assertThat(in.getFloats("floats")).isEqualTo(floats);
          assertThat(in.isNext("a".repeat(1000))).isFalse();
          assertThat(in.isNext("名")).isTrue();
          assertThat(in.getInts("名")).containsExactly(1);
          assertThat(in.isNext("名")).as("at the end").isFalse();
          return true;
        });
  }

  @Test
  void everyCut_isRefused() throws IOException {
    ModelFile.write(
        file(),
        out -> {
          out.putInts("ints", new int[] {1, 2, 3});
          out.putStrings("strings", List.of("a", "b"));
        });
    byte[] whole = Files.readAllBytes(file());
    for (int length = 0; length < whole.length; length++) {
      Files.write(file(), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> ModelFile.read(file(), ModelFileTest::readTwo))
          .as("cut to %d bytes", length)
          .isInstanceOf(ModelFileException.class)
          .hasMessageContaining(file().toString());
    }
  }

  @Test
  void everyFlippedByte_isRefused() throws IOException {
    ModelFile.write(
        file(),
        out -> {
          out.putInts("ints", new int[] {1, 2, 3});
          out.putStrings("strings", List.of("a", "b"));
        });
    byte[] whole = Files.readAllBytes(file());
    for (int at = 0; at < whole.length; at++) {
      for (int mask : new int[] {1, 0x80, 0xFF}) {
        byte[] changed = whole.clone();
        changed[at] ^= (byte) mask;
        Files.write(file(), changed);
        assertThatThrownBy(() -> ModelFile.read(file(), ModelFileTest::readTwo))
            .as("byte %d xor %d", at, mask)
            .isInstanceOf(ModelFileException.class);
      }
    }
  }

  private static int readTwo(StateReader in) {
    return in.getInts("ints").length + in.getStrings("strings").size();
  }

  @Test
  void failedWrite_keepsTheFormerFileAndLeavesNothingBeside() throws IOException {
    ModelFile.write(file(), out -> out.putLong("a", 1));
    assertThatThrownBy(
            () ->
                ModelFile.write(
                    file(),
                    out -> {
                      out.putLong("a", 2);
                      throw new IllegalStateException("half way");
                    }))
        .hasMessage("half way");
    assertThat(ModelFile.<Long>read(file(), in -> in.getLong("a"))).isEqualTo(1);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file());
    }
  }
}
