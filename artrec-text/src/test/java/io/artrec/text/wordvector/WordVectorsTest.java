package io.artrec.text.wordvector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordVectorsTest {
  @TempDir Path folder;

  private static WordVectors of(String... lines) {
    List<String> words = new ArrayList<>();
    VectorRows rows = new VectorRows(2);
    for (String line : lines) {
      String[] parts = line.split(" ", -1);
      words.add(parts[0]);
      rows.add(new float[] {Float.parseFloat(parts[1]), Float.parseFloat(parts[2])});
    }
    rows.trim();
    return new WordVectors(words, rows, null);
  }

  private final WordVectors vectors =
      of("east 2 0", "north 0 3", "west -1 0", "northeast 1 1", "nothing 0 0", "east2 7 0");

  @Test
  void nearest_areOrderedByCosine_tiesByOrder() {
    assertThat(vectors.nearest("east", 4))
        .extracting(WordNeighbor::word)
        .containsExactly("east2", "northeast", "north", "west");
    assertThat(vectors.nearest("east", 2).get(1).similarity())
        .isCloseTo(Math.sqrt(0.5), within(1e-9));
    assertThat(vectors.nearest(new float[] {5, 0}, 2))
        .extracting(WordNeighbor::word)
        .containsExactly("east", "east2");
    assertThat(vectors.nearest("south", 3)).isEmpty();
    assertThat(vectors.nearest("nothing", 3)).isEmpty();
    assertThatThrownBy(() -> vectors.nearest("east", 0)).hasMessage("n is 0, expected 1 or more");
    assertThatThrownBy(() -> vectors.nearest("south", 0)).hasMessage("n is 0, expected 1 or more");
    assertThatThrownBy(() -> vectors.nearest(new float[3], 1))
        .hasMessage("vector dimension 3, expected 2");
  }

  @Test
  void similarity_isTheCosine() {
    assertThat(vectors.similarity("east", "west").orElseThrow()).isEqualTo(-1);
    assertThat(vectors.similarity("east", "north").orElseThrow()).isZero();
    assertThat(vectors.similarity("east", "nothing")).isEmpty();
    assertThat(vectors.similarity("south", "east")).isEmpty();
  }

  @Test
  void analogy_addsAndSubtractsUnitVectors() {
    WordVectors grid = of("man 1 0.1", "woman 1 1", "king 3 0.3", "queen 2 2.2", "apple -1 0.2");
    assertThat(grid.analogy("man", "woman", "king", 1).get(0).word()).isEqualTo("queen");
    assertThat(grid.analogy("man", "woman", "nobody", 1)).isEmpty();
  }

  @Test
  void savedVectors_loadAsTheyWere() throws IOException {
    Path file = folder.resolve("state");
    ModelFile.write(file, vectors::save);
    WordVectors loaded = ModelFile.read(file, WordVectors::read);
    assertThat(loaded.fingerprint()).isEqualTo(vectors.fingerprint());
    assertThat(loaded.words()).isEqualTo(vectors.words());

    try (InputStream in =
        Objects.requireNonNull(getClass().getResourceAsStream("fasttext-subwords.bin"))) {
      Files.write(folder.resolve("bin"), in.readAllBytes());
    }
    WordVectors subwords = WordVectorLoader.standard().load(folder.resolve("bin")).vectors();
    ModelFile.write(file, subwords::save);
    WordVectors again = ModelFile.read(file, WordVectors::read);
    assertThat(again.fingerprint()).isEqualTo(subwords.fingerprint());
    assertThat(again.vector("boats").orElseThrow())
        .isEqualTo(subwords.vector("boats").orElseThrow());
  }

  @Test
  void manyWords_acrossBlocks_areSavedAndFound() {
    List<String> words = new ArrayList<>();
    VectorRows rows = new VectorRows(3);
    for (int i = 0; i < 2 * VectorRows.BLOCK + 5; i++) {
      words.add("w" + i);
      rows.add(new float[] {i, 1, 0.5f});
    }
    rows.trim();
    WordVectors many = new WordVectors(words, rows, null);
    Path file = folder.resolve("state");
    ModelFile.write(file, many::save);
    WordVectors loaded = ModelFile.read(file, WordVectors::read);
    assertThat(loaded.fingerprint()).isEqualTo(many.fingerprint());
    assertThat(loaded.vector("w8195").orElseThrow()).containsExactly(8195, 1, 0.5f);
  }

  @Test
  void writtenText_isReadBack() {
    Path file = folder.resolve("vectors.txt");
    vectors.writeText(file);
    LoadedWordVectors loaded = WordVectorLoader.standard().load(file);
    assertThat(loaded.format()).isEqualTo(WordVectorFormat.WORD2VEC_TEXT);
    assertThat(loaded.vectors().fingerprint()).isEqualTo(vectors.fingerprint());
    assertThat(folder.toFile().list()).containsExactly("vectors.txt");
  }

  @Test
  void wordsWithSpaces_cannotBeWrittenAsText() {
    VectorRows rows = new VectorRows(1);
    rows.add(new float[] {1});
    WordVectors spaced = new WordVectors(List.of("new york"), rows, null);
    assertThatThrownBy(() -> spaced.writeText(folder.resolve("x")))
        .isInstanceOf(WordVectorException.class)
        .hasMessageContaining("word 'new york' is empty or has a space in it");
    assertThatThrownBy(() -> vectors.writeText(folder.resolve("missing").resolve("x")))
        .isInstanceOf(WordVectorException.class)
        .hasMessageContaining("cannot write word vectors to");
  }

  @Test
  void damagedState_isRefused() {
    Path file = folder.resolve("state");
    ModelFile.write(file, out -> out.putString("kind", "bird songs"));
    assertThatThrownBy(() -> ModelFile.read(file, WordVectors::read))
        .isInstanceOf(ModelFileException.class)
        .hasMessage("the state is of 'bird songs', expected 'word vectors'");
    ModelFile.write(
        file,
        out -> {
          out.putString("kind", "word vectors");
          out.putLong("dimensions", 2);
          out.putLong("words", 1);
          out.putStrings("words", List.of("a"));
          out.putLong("rows", 1);
          out.putFloats("vectors", new float[] {1, Float.NaN});
        });
    assertThatThrownBy(() -> ModelFile.read(file, WordVectors::read))
        .hasMessage("word vectors are damaged: a vector holds NaN");
  }
}
