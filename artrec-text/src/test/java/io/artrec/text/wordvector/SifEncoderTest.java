package io.artrec.text.wordvector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.similarity.Similarities;
import io.artrec.text.analysis.TextAnalysis;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SifEncoderTest {
  private static final TextAnalysis WORDS = WordVectors.plainWords();

  @TempDir Path folder;

  private static WordVectors vectors(String... lines) {
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

  @Test
  void fewTexts_arePooledByRarityAlone() {
    WordVectors vectors = vectors("sea 1 0", "boat 0 1");
    SifEncoder encoder = SifEncoder.fit(vectors, WORDS, List.of("sea sea sea boat"), 0.5);
    double sea = 0.5 / (0.5 + 0.75);
    double boat = 0.5 / (0.5 + 0.25);
    double length = Math.hypot(sea, boat);

    assertThat(encoder.encode("boat sea unknown").orElseThrow())
        .containsExactly(
            new float[] {(float) (sea / length), (float) (boat / length)}, within(1e-6f));
    assertThat(encoder.encode("")).isEmpty();
    assertThat(encoder.encode("unknown \uD800")).isEmpty();
    assertThat(encoder.dimensions()).isEqualTo(2);
  }

  @Test
  void whatAllTextsHaveInCommon_isTakenOut() {
    WordVectors vectors = vectors("the 10 0", "up 1 1", "down 1 -1");
    List<String> texts = new ArrayList<>(Collections.nCopies(10, "the up"));
    texts.addAll(Collections.nCopies(10, "the down"));
    SifEncoder encoder = SifEncoder.fit(vectors, WORDS, texts);

    assertThat(encoder.encode("up").orElseThrow())
        .containsExactly(new float[] {0, 1}, within(1e-6f));
    assertThat(encoder.encode("the the down").orElseThrow())
        .containsExactly(new float[] {0, -1}, within(1e-6f));
    assertThat(encoder.encode("the")).isEmpty();
  }

  @Test
  void commonDirection_isTheFirstSingularVector() {
    WordVectors vectors =
        Word2Vec.cbow(WORDS).dimensions(7).epochs(2).train(Grammar.sentences(300, 1));
    CommonDirection direction = new CommonDirection(7);
    DMatrixRMaj all = new DMatrixRMaj(vectors.words().size(), 7);
    for (int w = 0; w < all.numRows; w++) {
      float[] vector = vectors.vector(vectors.words().get(w)).orElseThrow();
      double[] row = new double[7];
      for (int d = 0; d < 7; d++) {
        row[d] = vector[d];
        all.set(w, d, vector[d]);
      }
      direction.add(row);
    }
    var svd = DecompositionFactory_DDRM.svd(all.numRows, 7, false, true, true);
    assertThat(svd.decompose(all)).isTrue();
    int first = 0;
    for (int i = 1; i < 7; i++) {
      first = svd.getSingularValues()[i] > svd.getSingularValues()[first] ? i : first;
    }
    double cosine = 0;
    double[] found = direction.find();
    for (int d = 0; d < 7; d++) {
      cosine += found[d] * svd.getV(null, true).get(first, d);
    }
    assertThat(Math.abs(cosine)).isCloseTo(1, within(1e-9));
  }

  @Test
  void sentencesOfOneWorld_areCloser() {
    List<String> sentences = Grammar.sentences(2000, 2);
    WordVectors vectors =
        Word2Vec.skipGram(WORDS).dimensions(20).window(3).subsampling(1).train(sentences);
    SifEncoder encoder = SifEncoder.fit(vectors, WORDS, sentences);
    float[] one = encoder.encode("rubo kabo lobo").orElseThrow();
    float[] same = encoder.encode("rufa kagi lode").orElseThrow();
    float[] other = encoder.encode("pafa mugi node").orElseThrow();

    assertThat(Similarities.cosine().compare(one, same))
        .isGreaterThan(Similarities.cosine().compare(one, other) + 0.3);
    double square = 0;
    for (float value : one) {
      square += value * value;
    }
    assertThat(square).isCloseTo(1, within(1e-6));
    assertThat(encoder.encodeAll(List.of("rubo", "?")).get(1)).isEmpty();
  }

  @Test
  void savedEncoder_answersAsBefore() {
    List<String> sentences = Grammar.sentences(100, 2);
    WordVectors vectors = Word2Vec.cbow(WORDS).dimensions(5).train(sentences);
    SifEncoder encoder = SifEncoder.fit(vectors, WORDS, sentences);
    Path file = folder.resolve("sif");
    ModelFile.write(file, encoder::save);
    SifEncoder loaded = ModelFile.read(file, in -> SifEncoder.read(in, WORDS));

    assertThat(loaded.name()).isEqualTo(encoder.name()).matches("sif-[0-9a-f]{32}");
    assertThat(loaded.encode(sentences.get(0)).orElseThrow())
        .isEqualTo(encoder.encode(sentences.get(0)).orElseThrow());
    assertThatThrownBy(
            () -> ModelFile.read(file, in -> SifEncoder.read(in, TextAnalysis.english())))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("word vectors were pooled with text analysis 'words'");
    ModelFile.write(file, vectors::save);
    assertThatThrownBy(() -> ModelFile.read(file, in -> SifEncoder.read(in, WORDS)))
        .hasMessage("the state is of 'word vectors', expected 'pooled word vectors'");
  }

  @Test
  void name_tellsWeightsApart() {
    WordVectors vectors = vectors("sea 1 0", "boat 0 1");
    String name = SifEncoder.fit(vectors, WORDS, List.of("sea")).name();
    assertThat(SifEncoder.fit(vectors, WORDS, List.of("sea")).name()).isEqualTo(name);
    assertThat(SifEncoder.fit(vectors, WORDS, List.of("boat")).name()).isNotEqualTo(name);
    assertThat(SifEncoder.fit(vectors, WORDS, List.of("sea"), 0.1).name()).isNotEqualTo(name);
    assertThatThrownBy(() -> SifEncoder.fit(vectors, WORDS, List.of(), 0))
        .hasMessage("smoothing is 0.0, expected a number above 0");
  }
}
