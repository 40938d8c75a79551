package io.artrec.text.wordvector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The files named fasttext were made by fastText 0.9.2 of a few sentences of our own, word2vec.bin
 * by gensim 4.2 of one of them; expected vectors are what fastText's print-word-vectors prints.
 */
class WordVectorLoaderTest {
  @TempDir Path folder;

  private Path write(String content) throws IOException {
    return write(content.getBytes(StandardCharsets.UTF_8));
  }

  private Path write(byte[] content) throws IOException {
    return Files.write(folder.resolve("vectors"), content);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(WordVectorLoaderTest.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    }
  }

  private static LoadedWordVectors load(Path file) {
    return WordVectorLoader.standard().load(file);
  }

  private static void assertVector(WordVectors vectors, String word, double... expected) {
    float[] vector = vectors.vector(word).orElseThrow();
    assertThat(vector).as(word).hasSize(expected.length);
    for (int d = 0; d < expected.length; d++) {
      double printed = Math.abs(expected[d]) * 1e-4 + 1e-7;
      assertThat((double) vector[d]).as("%s %d", word, d).isCloseTo(expected[d], within(printed));
    }
  }

  private static byte[] binary(int words, String... lines) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes((words + " 2\n").getBytes(StandardCharsets.UTF_8));
    for (String line : lines) {
      String[] parts = line.split(" ", -1);
      out.writeBytes((parts[0] + " ").getBytes(StandardCharsets.UTF_8));
      ByteBuffer numbers = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
      numbers.putFloat(Float.parseFloat(parts[1])).putFloat(Float.parseFloat(parts[2]));
      out.writeBytes(numbers.array());
    }
    return out.toByteArray();
  }

  @Test
  void word2vecText_isRead() throws IOException {
    LoadedWordVectors loaded = load(write("2 3\nsea 1 -2.5 3e-2\n山水 0 1 0\n"));

    assertThat(loaded.format()).isEqualTo(WordVectorFormat.WORD2VEC_TEXT);
    assertThat(loaded.skipped()).isZero();
    assertThat(loaded.vectors().words()).containsExactly("sea", "山水");
    assertVector(loaded.vectors(), "sea", 1, -2.5, 0.03);
    assertThat(loaded.vectors().vector("boat")).isEmpty();
    assertThat(loaded.vectors().hasSubwords()).isFalse();
  }

  @Test
  void gloveText_isRead_wordsWithSpacesToo() throws IOException {
    LoadedWordVectors loaded = load(write("the 0.1 0.2\n. . . 0.3 0.4\nsea 1 2"));

    assertThat(loaded.format()).isEqualTo(WordVectorFormat.GLOVE_TEXT);
    assertThat(loaded.vectors().words()).containsExactly("the", ". . .", "sea");
    assertVector(loaded.vectors(), ". . .", 0.3, 0.4);
  }

  @Test
  void word2vecBinary_isRead_withAndWithoutLineFeeds() throws IOException {
    LoadedWordVectors loaded = load(write(binary(2, "sea 1 -2", "\nsky 0.5 4")));

    assertThat(loaded.format()).isEqualTo(WordVectorFormat.WORD2VEC_BINARY);
    assertThat(loaded.vectors().words()).containsExactly("sea", "sky");
    assertVector(loaded.vectors(), "sky", 0.5, 4);
  }

  @Test
  void textAndBinaryOfTheSameModel_agree() throws IOException {
    WordVectors text = load(write(resource("fasttext.vec"))).vectors();
    LoadedWordVectors binary = load(write(resource("word2vec.bin")));

    assertThat(binary.format()).isEqualTo(WordVectorFormat.WORD2VEC_BINARY);
    assertThat(binary.vectors().words()).isEqualTo(text.words()).hasSize(28);
    assertThat(binary.vectors().fingerprint()).isEqualTo(text.fingerprint());
  }

  @Test
  void fastTextModel_givesTheVectorsOfFastText() throws IOException {
    LoadedWordVectors loaded = load(write(resource("fasttext-subwords.bin")));
    WordVectors vectors = loaded.vectors();

    assertThat(loaded.format()).isEqualTo(WordVectorFormat.FASTTEXT_BINARY);
    assertThat(vectors.hasSubwords()).isTrue();
    assertVector(vectors, "boat", -0.011655, 0.098339, 0.0018544, 0.053337, 0.10479);
    assertVector(vectors, "café", 0.0039066, 0.089179, -0.021614, 0.071941, 0.07478);
    assertVector(vectors, "the", -0.050343, 0.21757, -0.045029, 0.14379, 0.22785);
    assertVector(vectors, "</s>", 0.02229, 0.18378, 0.001503, 0.24893, 0.25182);
    assertVector(vectors, "山水", 0.024923, 0.081518, -0.024746, 0.11286, 0.13058);
  }

  @Test
  void fastTextModel_composesWordsItNeverMet() throws IOException {
    WordVectors vectors = load(write(resource("fasttext-subwords.bin"))).vectors();

    assertVector(vectors, "boats", -0.01163, 0.093877, -0.011716, 0.072533, 0.10613);
    assertVector(vectors, "cafés", -0.010228, 0.080271, -0.0098408, 0.06194, 0.088573);
    assertVector(vectors, "x", -0.0075586, 0.088816, -0.0082703, 0.080475, 0.10506);
    assertVector(vectors, "山水画", -0.011599, 0.10136, -0.011928, 0.083985, 0.11695);
    assertThat(vectors.vector("a".repeat(100_000))).isEmpty();
    assertThat(vectors.vector("\uD800\u0000")).isPresent();
  }

  @Test
  void fastTextModelOfSingleCharacters_leavesOutTheEdges() throws IOException {
    WordVectors vectors = load(write(resource("fasttext-short-subwords.bin"))).vectors();

    assertVector(vectors, "boat", 0.030602, 0.024421, -0.027484);
    assertVector(vectors, "b", -0.00019642, 0.00051943, 0.00010371);
    assertVector(vectors, "山", -0.0001768, 0.00049605, 4.7356e-05);
  }

  @Test
  void fastTextModelWithoutSubwords_isRead() throws IOException {
    WordVectors vectors = load(write(resource("fasttext-words.bin"))).vectors();

    assertVector(vectors, "boat", 0.16202, 0.040836, 0.20612);
    assertThat(vectors.hasSubwords()).isFalse();
    assertThat(vectors.vector("new")).isEmpty();
  }

  @Test
  void packedFile_isUnpacked() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write("2 2\nsea 1 2\nsky 3 4\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(load(write(bytes.toByteArray())).vectors().words()).containsExactly("sea", "sky");
  }

  @Test
  void mostWords_takesTheFirst() throws IOException {
    WordVectorLoader two = WordVectorLoader.standard().mostWords(2);
    assertThat(two.load(write("3 1\na 1\nb 2\nc 3\n")).vectors().words()).containsExactly("a", "b");
    assertThat(two.load(write("a 1 1\nb 2 1\nc 3 1\n")).vectors().words())
        .containsExactly("a", "b");
    assertThat(two.load(write(binary(3, "a 1 1", "b 1 2", "c 1 3"))).vectors().words())
        .containsExactly("a", "b");
    WordVectors fastText = two.load(write(resource("fasttext-subwords.bin"))).vectors();
    assertThat(fastText.words()).hasSize(2);
    assertVector(fastText, "boats", -0.01163, 0.093877, -0.011716, 0.072533, 0.10613);
  }

  @Test
  void malformedLines_areLeftOutAndReported() throws IOException {
    LoadedWordVectors loaded =
        load(
            write(
                "8 2\nsea 1 2\nsky 1\nsun one 2\nsea 5 5\n\nmoon NaN 1\nstar 1e99 1\nend 3 4 \n"));

    assertThat(loaded.vectors().words()).containsExactly("sea", "end");
    assertVector(loaded.vectors(), "sea", 1, 2);
    assertThat(loaded.skipped()).isEqualTo(6);
    assertThat(loaded.problems())
        .containsExactly(
            "line 3: 1 numbers after a word, expected 2",
            "line 4: 'one' is no number; expected 2 after a word",
            "line 5: 'sea' was there before",
            "line 6: it is blank",
            "line 7: the vector of 'moon' holds NaN",
            "line 8: the vector of 'star' holds Infinity");
  }

  @Test
  void tooManyMalformedLines_areRefused() throws IOException {
    Path file = write("4 2\nsea 1 2\nsky 1\nsun 1\nfar 1 2\n");
    assertThat(WordVectorLoader.standard().mostProblems(2).load(file).skipped()).isEqualTo(2);
    assertThatThrownBy(() -> WordVectorLoader.standard().mostProblems(1).load(file))
        .isInstanceOf(WordVectorException.class)
        .hasMessage(
            "cannot read word vectors "
                + file
                + ": more than 1 words cannot be used; the first: line 3: 1 numbers after a word,"
                + " expected 2");
  }

  @Test
  void countsTheFileCannotHold_areRefusedBeforeMemoryIsTaken() throws IOException {
    Path text = write("2000000000 300\nsea 1 2\n");
    assertThatThrownBy(() -> load(text))
        .isInstanceOf(WordVectorException.class)
        .hasMessageContaining(
            "its first line promises 2,000,000,000 words of 300 dimensions, the 8")
        .hasMessageContaining("cut short or damaged");
    Path negative = write("-5 300\nsea 1 2\n");
    assertThatThrownBy(
            () -> WordVectorLoader.standard().format(WordVectorFormat.WORD2VEC_TEXT).load(negative))
        .hasMessageContaining("its first line does not tell the number of words and dimensions");
    Path wide = write("5 2000000000\nsea 1 2\n");
    assertThatThrownBy(() -> load(wide))
        .hasMessageContaining("vectors have 2000000000 dimensions, expected 1 to 100000");
    Path huge = write("99999999999999999999 3\nsea 1 2 3\n");
    assertThatThrownBy(() -> load(huge)).isInstanceOf(WordVectorException.class);
  }

  @Test
  void vectorsBeyondTheHeap_areRefusedWithTheEstimate() throws IOException {
    StringBuilder text = new StringBuilder("1000 10\n");
    for (int i = 0; i < 1000; i++) {
      text.append('w').append(i).append(" 1".repeat(10)).append('\n');
    }
    Path file = write(text.toString());
    assertThatThrownBy(() -> WordVectorLoader.standard().heap(100_000).load(file))
        .hasMessageContaining("1,000 words of 10 dimensions need about 1 MB")
        .hasMessageContaining("raise -Xmx, or set mostWords");
    assertThat(
            WordVectorLoader.standard().heap(100_000).mostWords(100).load(file).vectors().words())
        .hasSize(100);
  }

  @Test
  void filesCutShort_areRefused() throws IOException {
    Path text = write("3 2\nsea 1 2\nsky 1 2\n");
    assertThatThrownBy(() -> load(text))
        .hasMessageContaining("its first line promises 3 words, it ends after 2; it is cut short");
    byte[] whole = binary(3, "sea 1 2", "sky 3 4", "sun 5 6");
    Path binary = write(Arrays.copyOf(whole, whole.length - 3));
    assertThatThrownBy(() -> load(binary))
        .hasMessageContaining("its first line promises 3 words, it ends after 2; it is cut short");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fasttext-subwords.bin", "fasttext-words.bin", "word2vec.bin"})
  void everyPrefixOfABinaryFile_isRefusedOrReadInPart(String name) throws IOException {
    byte[] whole = resource(name);
    for (int length = 0; length < whole.length; length += 1 + length / 40) {
      Path file = write(Arrays.copyOf(whole, length));
      try {
        LoadedWordVectors loaded = load(file);
        assertThat(loaded.format())
            .as("%d bytes", length)
            .isEqualTo(WordVectorFormat.FASTTEXT_BINARY);
        assertThat(loaded.vectors().words()).isNotEmpty();
      } catch (WordVectorException e) {
        assertThat(e).hasMessageContaining(file.toString());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fasttext-subwords.bin",
        "fasttext-short-subwords.bin",
        "word2vec.bin",
        "fasttext.vec"
      })
  void damagedFiles_neverFailOtherwise(String name) throws IOException {
    byte[] whole = resource(name);
    SplittableRandom random = new SplittableRandom(name.length());
    for (int round = 0; round < 400; round++) {
      byte[] damaged = whole.clone();
      for (int i = 0; i <= random.nextInt(4); i++) {
        damaged[random.nextInt(round % 2 == 0 ? 100 : damaged.length)] = (byte) random.nextInt(256);
      }
      Path file = write(damaged);
      try {
        WordVectors vectors = load(file).vectors();
        assertThat(vectors.words()).isNotEmpty();
        vectors.vector("boat").ifPresent(v -> assertThat(v).hasSize(vectors.dimensions()));
      } catch (WordVectorException e) {
        assertThat(e).as("round %d", round).hasMessageContaining("cannot read word vectors");
      }
    }
  }

  @Test
  void quantisedModel_isRefusedWithTheReason() throws IOException {
    byte[] model = resource("fasttext-words.bin");
    int matrix = model.length - 2 * (1 + 16) - 2 * 28 * 3 * 4;
    assertThat(model[matrix]).isZero();
    model[matrix] = 1;
    Path file = write(model);
    assertThatThrownBy(() -> load(file))
        .hasMessageContaining("it is quantised (.ftz), which is not supported; use the .bin file");
  }

  @Test
  void somethingElse_isRefused() throws IOException {
    Path prose = write("Once upon a time there was a painter.\nHe painted.\n");
    assertThatThrownBy(() -> load(prose))
        .hasMessageContaining("its start is that of no known format");
    Path empty = write("");
    assertThatThrownBy(() -> load(empty)).hasMessageContaining("it is empty");
    assertThatThrownBy(() -> load(folder)).hasMessageContaining("it is a folder");
    assertThatThrownBy(() -> load(folder.resolve("nowhere"))).hasMessageContaining("no such file");
    Path endless = write("1 2\n" + "a".repeat(3_000_000));
    assertThatThrownBy(
            () -> WordVectorLoader.standard().format(WordVectorFormat.WORD2VEC_TEXT).load(endless))
        .hasMessageContaining("no end of a line or word in 2097152 bytes");
    Path none = write("0 2\n");
    assertThatThrownBy(() -> load(none)).hasMessageContaining("there is no word in it");
  }

  @Test
  void invalidUtf8_becomesReplacementCharacters() throws IOException {
    byte[] bytes = "1 1\nse? 7\n".getBytes(StandardCharsets.ISO_8859_1);
    bytes[6] = (byte) 0xFF;
    assertThat(load(write(bytes)).vectors().words()).containsExactly("se\uFFFD");
  }

  @Test
  void cancelledLoading_stops() throws IOException {
    StringBuilder text = new StringBuilder("5000 1\n");
    for (int i = 0; i < 5000; i++) {
      text.append('w').append(i).append(" 1\n");
    }
    Path file = write(text.toString());
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    assertThatThrownBy(() -> WordVectorLoader.standard().cancellation(cancelled).load(file))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void badSettings_areRefused() {
    assertThatThrownBy(() -> WordVectorLoader.standard().mostWords(0))
        .hasMessage("mostWords is 0, expected 1 or more");
    assertThatThrownBy(() -> WordVectorLoader.standard().mostProblems(-1))
        .hasMessage("mostProblems is -1, expected 0 or more");
  }
}
