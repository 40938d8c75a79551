package io.artrec.eval.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitFileTest {
  @TempDir Path folder;

  private static List<Split> splits(String rule, long seed) {
    Interactions events = Events.random(seed);
    return Splits.parse(rule).split(Events.catalogOf(events), events, seed);
  }

  private static void assertEqual(Interactions found, Interactions expected) {
    assertThat(found.size()).isEqualTo(expected.size());
    assertThat(found.userCount()).isEqualTo(expected.userCount());
    assertThat(found.artworkCount()).isEqualTo(expected.artworkCount());
    for (int row = 0; row < expected.size(); row++) {
      assertThat(found.get(row)).isEqualTo(expected.get(row));
      assertThat(found.user(row)).isEqualTo(expected.user(row));
      assertThat(found.artwork(row)).isEqualTo(expected.artwork(row));
      assertThat(Float.floatToRawIntBits(found.value(row)))
          .isEqualTo(Float.floatToRawIntBits(expected.value(row)));
    }
  }

  private static void assertEqual(List<Split> found, List<Split> expected) {
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(found.get(i).name()).isEqualTo(expected.get(i).name());
      assertThat(found.get(i).seed()).isEqualTo(expected.get(i).seed());
      assertThat(found.get(i).nowMillis()).isEqualTo(expected.get(i).nowMillis());
      assertEqual(found.get(i).training(), expected.get(i).training());
      assertEqual(found.get(i).known(), expected.get(i).known());
      assertEqual(found.get(i).test(), expected.get(i).test());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"per-user", "k-fold:folds=12", "cold-user", "leave-last-out"})
  void savedSplits_comeBackEqual(String rule) {
    for (long seed = 0; seed < 3; seed++) {
      List<Split> splits = splits(rule, seed);
      Path target = folder.resolve("deep").resolve("set " + seed);
      Splits.save(splits, target);
      assertEqual(Splits.load(target), splits);
    }
  }

  @Test
  void oddValues_comeBackEqual() {
    Interactions training =
        Interactions.builder()
            .add("Ünal", "画,\"1\"", InteractionKind.RATING, -0f, Interactions.NO_TIME)
            .add("\uD83D", "b", InteractionKind.COMMENT, Float.MIN_VALUE, -1, "\r\n;\u0000", "")
            .add("Ünal", "b", InteractionKind.DISLIKE, -Float.MAX_VALUE, 0, null, "id")
            .build();
    List<Split> splits =
        List.of(new Split("naïve:x=1", Long.MIN_VALUE, training, Events.of("z b"), Long.MAX_VALUE));

    Splits.save(splits, folder);

    assertEqual(Splits.load(folder), splits);
  }

  @Test
  void damagedFile_isNamed() throws IOException {
    Splits.save(splits("k-fold:folds=3", 1), folder);
    Path file = folder.resolve("2-of-3.split");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    assertThatThrownBy(() -> Splits.load(folder))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("2-of-3.split")
        .hasMessageContaining("is damaged: its SHA-256 does not match");
  }

  @Test
  void truncatedFile_isRefused() throws IOException {
    Splits.save(splits("per-user", 1), folder);
    Path file = folder.resolve("1-of-1.split");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 100));

    assertThatThrownBy(() -> Splits.load(folder))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void foreignModelFile_isRefused() {
    ModelFile.write(folder.resolve("1-of-1.split"), out -> out.putString("format", "something"));

    assertThatThrownBy(() -> Splits.load(folder))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("1-of-1.split")
        .hasMessageContaining("format 'something', expected 'artrec-split-1'");
  }

  @Test
  void valuesThatDoNotFitTogether_areRefused() {
    Interactions events = Events.of("ann a");
    ModelFile.write(
        folder.resolve("1-of-1.split"),
        out -> {
          out.putString("format", "artrec-split-1");
          out.putString("name", "x");
          out.putLong("seed", 1);
          out.putLong("nowMillis", 1);
          InteractionColumns.write(events, out);
          InteractionColumns.write(events, out);
          out.putLong("size", 1);
          out.putStrings("users", List.of("ann"));
          out.putStrings("artworks", List.of("a"));
          out.putStrings("kinds", List.of("view"));
          out.putInts("commentsAt", new int[0]);
          out.putStrings("comments", List.of());
          out.putInts("eventIdsAt", new int[0]);
          out.putStrings("eventIds", List.of());
          out.putInts("user", new int[] {3});
          out.putInts("artwork", new int[] {0});
          out.putInts("kind", new int[] {0});
          out.putFloats("value", new float[] {1});
          out.putLongs("time", new long[] {1});
        });

    assertThatThrownBy(() -> Splits.load(folder))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("1-of-1.split holds values that do not fit together");
  }

  @Test
  void missingFile_isRefused() throws IOException {
    Splits.save(splits("k-fold:folds=3", 1), folder);
    Files.delete(folder.resolve("2-of-3.split"));

    assertThatThrownBy(() -> Splits.load(folder))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("holds 1-of-3.split, 3-of-3.split, expected all of one set");
  }

  @Test
  void folderThatHoldsSplits_isNotWritten() {
    Splits.save(splits("per-user", 1), folder);

    assertThatThrownBy(() -> Splits.save(splits("per-user", 2), folder))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("holds some; choose another or empty it");
    assertEqual(Splits.load(folder), splits("per-user", 1));
  }

  @Test
  void emptyOrMissingFolder_isRefused() {
    assertThatThrownBy(() -> Splits.load(folder))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("holds no splits, expected files such as 1-of-1.split");
    assertThatThrownBy(() -> Splits.load(folder.resolve("none")))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> Splits.save(List.of(), folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no split was given");
  }
}
