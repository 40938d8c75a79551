package io.artrec.djl.onnx.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.djl.onnx.OnnxException;
import io.artrec.djl.onnx.internal.OnnxWriter.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnnxGraphTest {
  @TempDir Path folder;

  /** y = (x * w) + c, with a constant. */
  private static OnnxWriter linear() {
    OnnxWriter onnx = new OnnxWriter();
    onnx.input("x", 1, "n");
    onnx.output("y", 1, "n");
    onnx.weight("w", new float[] {1.5f, -2f, 3f, 4f, 5f, 6f}, 2, 3);
    String c = onnx.scalar(0.25f);
    onnx.node("Mul", "xw", List.of("x", "w"));
    onnx.node("Add", "y", List.of("xw", c), OnnxWriter.attribute("axis", -1L));
    return onnx;
  }

  private static OnnxGraph read(OnnxWriter onnx) {
    return OnnxGraph.of(onnx.toBytes(), "test.onnx");
  }

  private static OnnxTensor only(Message tensor) {
    OnnxWriter onnx = new OnnxWriter();
    onnx.weight(tensor);
    return Objects.requireNonNull(read(onnx).weights().get("t"));
  }

  @Test
  void smallGraph_isReadBack() {
    OnnxGraph graph = read(linear());
    assertThat(graph.inputs()).containsExactly("x");
    assertThat(graph.outputs()).containsExactly("y");
    assertThat(graph.nodes())
        .extracting(OnnxNode::operator)
        .containsExactly("Constant", "Mul", "Add");
    OnnxTensor weight = Objects.requireNonNull(graph.weights().get("w"));
    assertThat(weight.floats()).containsExactly(1.5f, -2f, 3f, 4f, 5f, 6f);
    assertThat(weight.dimensions()).containsExactly(2, 3);
    assertThat(weight.hasShape(2, 3)).isTrue();
    OnnxNode add = graph.producer("y").orElseThrow();
    assertThat(add.integer("axis", 7)).isEqualTo(-1);
    assertThat(add.integer("absent", 7)).isEqualTo(7);
    assertThat(graph.constant(add.inputs().get(1)).orElseThrow().floats()).containsExactly(0.25f);
    assertThat(graph.constant("xw")).isEmpty();
    assertThat(graph.producer("x")).isEmpty();
  }

  @Test
  void otherNumbers_standWhereTheOldOnesStood_howeverTheyAreEncoded() {
    OnnxWriter onnx = linear();
    onnx.weight(OnnxWriter.tensorHead("packed", 1, 2).bytes(4, new byte[8]));
    onnx.weight(OnnxWriter.tensorHead("single", 1, 2).fixed32(4, 1f).fixed32(4, 2f));
    onnx.weight(OnnxWriter.tensorHead("mixed", 1, 3).fixed32(4, 1f).bytes(4, new byte[8]));
    onnx.weight(OnnxWriter.tensor("whole", new long[] {3}, 1));
    byte[] before = onnx.toBytes();
    OnnxGraph graph = OnnxGraph.of(before.clone(), "test.onnx");
    Map<String, float[]> wanted =
        Map.of(
            "w", new float[] {6, 5, 4, 3, 2, 1},
            "packed", new float[] {7, 8},
            "single", new float[] {-1, -2},
            "mixed", new float[] {9, 10, 11});
    Map<OnnxTensor, float[]> changed = new HashMap<>();
    wanted.forEach(
        (name, values) ->
            changed.put(Objects.requireNonNull(graph.weights().get(name), name), values));
    OnnxGraph after = OnnxGraph.of(graph.withFloats(changed), "changed.onnx");
    wanted.forEach(
        (name, values) ->
            assertThat(Objects.requireNonNull(after.weights().get(name)).floats())
                .as(name)
                .containsExactly(values));
    assertThat(Objects.requireNonNull(after.weights().get("whole")).integers()).containsExactly(3);
    assertThat(graph.withFloats(Map.of())).isEqualTo(before);
    OnnxTensor whole = Objects.requireNonNull(graph.weights().get("whole"));
    assertThatThrownBy(() -> graph.withFloats(Map.of(whole, new float[1])))
        .isInstanceOf(OnnxException.class)
        .hasMessageContaining("'whole' holds int64, expected numbers in single precision");
    OnnxTensor weight = Objects.requireNonNull(graph.weights().get("w"));
    assertThatThrownBy(() -> graph.withFloats(Map.of(weight, new float[5])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got 5 numbers, expected 6");
  }

  @Test
  void file_isReadLikeItsBytes() throws IOException {
    Path file = Files.write(folder.resolve("a.onnx"), linear().toBytes());
    assertThat(OnnxGraph.read(file).inputs()).containsExactly("x");
    assertThat(OnnxGraph.read(file).source()).isEqualTo(file.toString());
    assertThatThrownBy(() -> OnnxGraph.read(folder.resolve("none.onnx")))
        .isInstanceOf(OnnxException.class)
        .hasMessageContaining("none.onnx: there is no such file");
  }

  @Test
  void everyElementType_isDecoded_rawAndTyped() {
    assertThat(only(OnnxWriter.tensorHead("t", 1, 2).fixed32(4, 1.5f).fixed32(4, -0f)).floats())
        .containsExactly(1.5f, -0f);
    byte[] packed = OnnxWriter.little(8).putFloat(2f).putFloat(-3f).array();
    assertThat(only(OnnxWriter.tensorHead("t", 1, 2).bytes(4, packed)).floats())
        .containsExactly(2f, -3f);
    assertThat(only(OnnxWriter.tensorHead("t", 11, 1).fixed64(10, 0.1)).floats())
        .containsExactly((float) 0.1);
    byte[] doubles = OnnxWriter.little(8).putDouble(0.5).array();
    assertThat(only(OnnxWriter.tensorHead("t", 11, 1).bytes(9, doubles)).floats())
        .containsExactly(0.5f);
    assertThat(only(OnnxWriter.tensorHead("t", 7, 2).varint(7, -5).varint(7, 1L << 40)).integers())
        .containsExactly(-5, 1L << 40);
    assertThat(only(OnnxWriter.tensor("t", new long[] {Long.MIN_VALUE, 3}, 2)).integers())
        .containsExactly(Long.MIN_VALUE, 3);
    assertThat(only(OnnxWriter.tensorHead("t", 6, 1).varint(5, -7)).integers()).containsExactly(-7);
    assertThat(only(OnnxWriter.tensorHead("t", 3, 2).bytes(9, new byte[] {-1, 5})).integers())
        .containsExactly(-1, 5);
    assertThat(only(OnnxWriter.tensorHead("t", 2, 1).bytes(9, new byte[] {-1})).integers())
        .containsExactly(255);
    // Half precision: 1.0, -2.0, the smallest subnormal, infinity; bfloat16: 1.0.
    byte[] halves = {0, 0x3c, 0, (byte) 0xc0, 1, 0, 0, 0x7c};
    assertThat(only(OnnxWriter.tensorHead("t", 10, 4).bytes(9, halves)).floats())
        .containsExactly(1f, -2f, 0x1p-24f, Float.POSITIVE_INFINITY);
    assertThat(only(OnnxWriter.tensorHead("t", 10, 1).varint(5, 0x3555)).floats()[0])
        .isEqualTo(0.33325195f);
    assertThat(
            only(OnnxWriter.tensorHead("t", 16, 1).bytes(9, new byte[] {(byte) 0x80, 0x3f}))
                .floats())
        .containsExactly(1f);
  }

  @ParameterizedTest
  @CsvSource({
    "1, integers, 'holds float, expected integers'",
    "7, floats, 'holds int64, expected floating point numbers'",
    "8, floats, 'holds other, expected floating point numbers'",
  })
  void wrongElementType_isRefusedWhenRead(int type, String how, String message) {
    OnnxTensor tensor = only(OnnxWriter.tensorHead("t", type, 0));
    assertThatThrownBy(
            () ->
                Objects.requireNonNull(how.equals("floats") ? tensor.floats() : tensor.integers()))
        .isInstanceOf(OnnxException.class)
        .hasMessageContaining("tensor 't' " + message);
  }

  @Test
  void externalData_isRefused() {
    Message entry = new Message().text(1, "location").text(2, "../../etc/passwd");
    assertThatThrownBy(() -> only(OnnxWriter.tensorHead("t", 1, 1).message(13, entry)))
        .isInstanceOf(OnnxException.class)
        .hasMessageContaining(
            "tensor 't' keeps its data in another file; external data is refused");
    assertThatThrownBy(() -> only(OnnxWriter.tensorHead("t", 1, 1).varint(14, 1)))
        .hasMessageContaining("external data is refused");
  }

  @Test
  void sizesThatLie_areRefusedBeforeMemoryIsTaken() {
    assertThatThrownBy(
            () -> only(OnnxWriter.tensorHead("t", 1, 2_000_000_000).bytes(9, new byte[4])))
        .hasMessageContaining("needs 2000000000 elements of float, its data has 4 bytes");
    assertThatThrownBy(() -> only(OnnxWriter.tensorHead("t", 1, 2_000_000_000)))
        .hasMessageContaining("its data has 0 elements");
    assertThatThrownBy(() -> only(OnnxWriter.tensorHead("t", 1, 1L << 40, 1L << 40)))
        .hasMessageContaining("has the shape [1099511627776, 1099511627776]");
    assertThatThrownBy(() -> only(OnnxWriter.tensorHead("t", 1, -1)))
        .hasMessageContaining("has the shape [-1]");
    assertThatThrownBy(() -> only(OnnxWriter.tensorHead("t", 1, 1).bytes(9, new byte[5])))
        .hasMessageContaining("its data has 5 bytes");
    assertThatThrownBy(() -> only(OnnxWriter.tensorHead("t", 1, new long[40])))
        .hasMessageContaining("more than 32 dimensions");
    assertThatThrownBy(() -> only(OnnxWriter.tensorHead("t", 1, 1).varint(4, 3)))
        .hasMessageContaining("encodes a tensor's number in 1 bytes");
  }

  @Test
  void filesThatAreNoModel_areNamed() {
    assertThatThrownBy(() -> OnnxGraph.of(new byte[0], "empty.onnx"))
        .hasMessage("reading empty.onnx: no graph in 0 bytes; this is no ONNX model");
    byte[] pointer =
        "version https://git-lfs.github.com/spec/v1\noid".getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> OnnxGraph.of(pointer, "lfs.onnx"))
        .hasMessageContaining("this is a Git LFS pointer, not the model");
    assertThatThrownBy(
            () -> OnnxGraph.of("<!DOCTYPE html>".getBytes(StandardCharsets.US_ASCII), "page.onnx"))
        .isInstanceOf(OnnxException.class)
        .hasMessageStartingWith("reading page.onnx: the file");
    assertThatThrownBy(
            () ->
                OnnxGraph.of(
                    new Message().message(7, new Message()).message(7, new Message()).toBytes(),
                    "two"))
        .hasMessageContaining("holds two graphs");
  }

  @Test
  void graphsThatDoNotHangTogether_areRefused() {
    OnnxWriter unknown = new OnnxWriter();
    unknown.node("Add", "y", List.of("a", "b"));
    assertThatThrownBy(() -> read(unknown))
        .hasMessage(
            "reading test.onnx: node 'make y' (Add) uses 'a', which nothing before it provides");
    OnnxWriter twice = linear();
    twice.node("Neg", "y", List.of("x"));
    assertThatThrownBy(() -> read(twice)).hasMessageContaining("two values are named 'y'");
    OnnxWriter weights = linear();
    weights.weight("w", new float[1], 1);
    assertThatThrownBy(() -> read(weights)).hasMessageContaining("two weights named 'w'");
    OnnxWriter nothing = new OnnxWriter();
    nothing.output("y", 1, "n");
    assertThatThrownBy(() -> read(nothing)).hasMessageContaining("nothing computes the output 'y'");
  }

  @Test
  void everyPrefixOfAFile_isRefusedOrHasNoGraph() {
    byte[] whole = linear().toBytes();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      try {
        // What follows the graph, the versions of operators, may be missing.
        assertThat(OnnxGraph.of(cut, "cut").nodes()).hasSize(3);
        assertThat(length).isGreaterThan(whole.length - 8);
      } catch (OnnxException e) {
        assertThat(e).hasMessageStartingWith("reading cut: ");
      }
    }
  }

  @Test
  void realModel_isRead() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(OnnxGraphTest.class.getResourceAsStream("/all-minilm-l6-v2.onnx"))) {
      OnnxGraph graph = OnnxGraph.of(in.readAllBytes(), "all-minilm-l6-v2.onnx");
      assertThat(graph.inputs()).containsExactly("input_ids", "attention_mask", "token_type_ids");
      assertThat(graph.outputs()).containsExactly("last_hidden_state");
      assertThat(graph.nodes()).hasSize(637);
      OnnxTensor words =
          Objects.requireNonNull(graph.weights().get("embeddings.word_embeddings.weight"));
      assertThat(words.dimensions()).containsExactly(30522, 384);
      assertThat(words.floats()).hasSize(30522 * 384);
    }
  }
}
