package io.artrec.djl.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.djl.InferenceException;
import io.artrec.djl.ModelException;
import io.artrec.djl.ModelOptions;
import io.artrec.djl.ModelSource;
import io.artrec.djl.PyTorch;
import io.artrec.djl.TinyOnnx;
import io.artrec.djl.TorchScriptFile;
import io.artrec.djl.text.Pooling;
import io.artrec.task.CancelledException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ImageEncoderTest {
  private static final ImageEncoderOptions TINY = ImageEncoderOptions.shaped(3, 2, 2);

  /** Red 0 1 2 3, green 4 4 4 4, blue 8 0 0 0: the means are 1.5, 4 and 2. */
  private static final float[] IMAGE = {0, 1, 2, 3, 4, 4, 4, 4, 8, 0, 0, 0};

  @TempDir Path folder;

  private static ImageEncoder open(byte[] model, ImageEncoderOptions options) {
    return ImageEncoder.open(ModelSource.inMemory(Map.of("model.onnx", model)), options);
  }

  private static float[] unit(double... values) {
    double length = Math.sqrt(Arrays.stream(values).map(value -> value * value).sum());
    float[] unit = new float[values.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (values[i] / length);
    }
    return unit;
  }

  @Test
  void vectorOfEachImage_comesBeforeVectorsOfPatches() {
    try (ImageEncoder encoder = open(TinyVision.pair("batch"), TINY)) {
      assertThat(encoder.dimensions()).isEqualTo(4);
      assertThat(encoder.batchSize()).isEqualTo(16);
      assertThat(encoder.encode(IMAGE)).containsExactly(unit(5.5, 6, 3, 2), within(1e-6f));
    }
    try (ImageEncoder encoder = open(TinyVision.pair("batch"), TINY.normalize(false))) {
      assertThat(encoder.encode(IMAGE)).containsExactly(5.5f, 6, 3, 2);
    }
  }

  @Test
  void output_isChosenByNameOrPosition() {
    ImageEncoderOptions raw = TINY.normalize(false);
    try (ImageEncoder first = open(TinyVision.pair("batch"), raw.output("patches"))) {
      assertThat(first.encode(IMAGE)).as("the first patch").containsExactly(0, 4, 8);
    }
    try (ImageEncoder mean = open(TinyVision.pair("batch"), raw.output(0).pooling(Pooling.MEAN))) {
      assertThat(mean.encode(IMAGE)).as("the mean of patches").containsExactly(1.5f, 4, 2);
    }
    try (ImageEncoder most = open(TinyVision.pair("batch"), raw.output(0).pooling(Pooling.MAX))) {
      assertThat(most.encode(IMAGE)).containsExactly(3, 4, 8);
    }
    assertThatThrownBy(() -> open(TinyVision.pair("batch"), TINY.output("pooler_output")))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model model.onnx has no output 'pooler_output' that holds 32-bit floats; it gave"
                + " [patches[1, 4, 3], image_embeds[1, 4]]");
    assertThatThrownBy(() -> open(TinyVision.pair("batch"), TINY.output(2)))
        .hasMessageStartingWith("model model.onnx has no output 2 that holds 32-bit floats;");
  }

  @Test
  void mapsOfOnePoint_areVectors() {
    try (ImageEncoder encoder = open(TinyVision.maps(), TINY.normalize(false))) {
      assertThat(encoder.encode(IMAGE)).containsExactly(1.5f, 4, 2);
    }
  }

  @Test
  void firstDimensions_areKeptAtUnitLength() {
    try (ImageEncoder encoder = open(TinyVision.pair("batch"), TINY.dimensions(2))) {
      assertThat(encoder.dimensions()).isEqualTo(2);
      assertThat(encoder.encode(IMAGE)).containsExactly(unit(5.5, 6), within(1e-6f));
    }
    assertThatThrownBy(() -> open(TinyVision.pair("batch"), TINY.dimensions(5)))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model model.onnx gives 4 dimensions, expected at least the 5 that are to be kept");
  }

  private static List<float[]> images(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<float[]> images = new ArrayList<>();
    for (int image = 0; image < count; image++) {
      float[] values = new float[12];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextDouble(-2, 2);
      }
      images.add(values);
    }
    return images;
  }

  private static void assertNear(List<float[]> actual, List<float[]> expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i))
          .as("image %d", i)
          .containsExactly(expected.get(i), within((float) ImageEncoder.TOLERANCE));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 31})
  void batches_giveWhatSinglesGive(int batch) {
    try (ImageEncoder encoder = open(TinyVision.pair("batch"), TINY.batchSize(batch).runs(3))) {
      assertThat(encoder.batchSize()).isEqualTo(batch);
      List<float[]> images = images(67, batch);
      assertNear(encoder.encodeAll(images), images.stream().map(encoder::encode).toList());
      assertThat(encoder.encodeAll(List.of())).isEmpty();
    }
  }

  @Test
  void manyCallers_getTheSame() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (ImageEncoder encoder = open(TinyVision.pair("batch"), TINY.batchSize(5).runs(2))) {
      List<float[]> images = images(40, 3);
      List<float[]> expected = encoder.encodeAll(images);
      List<Future<List<float[]>>> answers = new ArrayList<>();
      for (int caller = 0; caller < 8; caller++) {
        answers.add(threads.submit(() -> encoder.encodeAll(images)));
      }
      for (Future<List<float[]>> answer : answers) {
        assertNear(answer.get(), expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void fileOfOneImageAtATime_runsOneAtATime() {
    try (ImageEncoder encoder = open(TinyVision.fixedToOne(), TINY.normalize(false))) {
      assertThat(encoder.batchSize()).isEqualTo(1);
      assertThat(encoder.encodeAll(Collections.nCopies(3, IMAGE)))
          .hasSize(3)
          .allSatisfy(vector -> assertThat(vector).containsExactly(5.5f, 6, 3, 2));
    }
  }

  @Test
  void modelThatMixesABatch_runsOneAtATime() {
    try (ImageEncoder encoder = open(TinyVision.batchDependent(), TINY.normalize(false))) {
      assertThat(encoder.batchSize()).isEqualTo(1);
      assertThat(encoder.encodeAll(List.of(IMAGE, new float[12])).get(0))
          .containsExactly(2.25f, 16, 4);
    }
  }

  @Test
  void imageOfAnotherSize_isNamed() {
    try (ImageEncoder encoder = open(TinyVision.pair("batch"), TINY)) {
      assertThatThrownBy(() -> encoder.encodeAll(List.of(IMAGE, new float[11])))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "an image of 11 values was given to model model.onnx, expected 12 for shape [3, 2,"
                  + " 2]");
    }
  }

  @Test
  void shapeThatTheModelDoesNotTake_isNamed() {
    assertThatThrownBy(() -> open(TinyVision.pair("batch"), ImageEncoderOptions.shaped(3, 4, 4)))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith(
            "cannot open model model.onnx as an encoder of images of shape [3, 4, 4]: model"
                + " model.onnx failed on [pixel_values[1, 3, 4, 4]]: ");
    assertThatThrownBy(() -> ImageEncoderOptions.shaped(224, 224))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "shape is [224, 224], expected channels, height and width of at most 134,217,728 values"
                + " together");
    assertThatThrownBy(() -> ImageEncoderOptions.shaped(3, 0, 224))
        .hasMessage("shape is [3, 0, 224], expected sides of 1 to 16,384");
  }

  @Test
  void modelsThatGiveNoVectors_areNamed() {
    assertThatThrownBy(() -> open(TinyVision.image(), TINY))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model model.onnx gave [out[1, 3, 2, 2]] for 1 image of shape [3, 2, 2]; an image"
                + " encoder gives 32-bit floats [images × dimensions] or [images × patches ×"
                + " dimensions]; export it without its last layers that make maps or classes, or"
                + " choose another output");
    assertThatThrownBy(() -> open(TinyVision.twoInputs(), TINY))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model model.onnx takes the inputs [pixel_values, other]; an image encoder takes one; of"
                + " a model of images and texts export the half for images");
  }

  @Test
  void weightsInOtherFiles_areRefused() {
    assertThatThrownBy(() -> open(TinyOnnx.externalData("/etc/passwd"), TINY))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("it keeps weights in other files");
  }

  @Test
  void zeros_haveNoDirection() {
    try (ImageEncoder encoder = open(TinyVision.pair("batch"), TINY)) {
      assertThatThrownBy(() -> encoder.encode(new float[12]))
          .isInstanceOf(InferenceException.class)
          .hasMessage("model model.onnx gave 0.0 in a vector of length 0.0");
    }
  }

  @Test
  void closedEncoder_refuses() {
    ImageEncoder encoder = open(TinyVision.pair("batch"), TINY);
    encoder.close();
    encoder.close();
    assertThatThrownBy(() -> encoder.encode(IMAGE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the encoder of model model.onnx is closed");
  }

  @Test
  void interruptedCaller_leavesWithItsFlagSet() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (ImageEncoder encoder = open(TinyVision.pair("batch"), TINY)) {
      Future<Boolean> flag =
          thread.submit(
              () -> {
                Thread.currentThread().interrupt();
                assertThatThrownBy(() -> encoder.encode(IMAGE))
                    .isInstanceOf(CancelledException.class)
                    .hasMessage("interrupted while encoding images with model model.onnx");
                return Thread.currentThread().isInterrupted();
              });
      assertThat(flag.get()).isTrue();
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void identity_followsWhatChangesVectors() throws IOException {
    byte[] model = TinyVision.pair("batch");
    String identity = identity(model, TINY);
    assertThat(identity).hasSize(64);
    assertThat(identity(model, TINY.batchSize(3).runs(1).maxWaiting(5)))
        .as("batches and threads do not count")
        .isEqualTo(identity);
    assertThat(identity(model, TINY.dimensions(2))).isNotEqualTo(identity);
    assertThat(identity(model, TINY.output("image_embeds"))).isNotEqualTo(identity);
    assertThat(identity(model, TINY.pooling(Pooling.MEAN))).isNotEqualTo(identity);
    assertThat(identity(model, TINY.normalize(false))).isNotEqualTo(identity);
    assertThat(identity(TinyVision.pair("images"), TINY)).as("another file").isNotEqualTo(identity);
    Path file = Files.write(folder.resolve("same.onnx"), model);
    try (ImageEncoder encoder = ImageEncoder.open(file, TINY)) {
      assertThat(encoder.identity()).as("whatever the file's name").isEqualTo(identity);
    }
  }

  private static String identity(byte[] model, ImageEncoderOptions options) {
    try (ImageEncoder encoder = open(model, options)) {
      return encoder.identity();
    }
  }

  @Test
  void torchScript_givesWhatOnnxGives() throws IOException {
    PyTorch.assumeAvailable();
    // The last output is chosen by position: PyTorch's tuples have no names.
    Path file =
        Files.write(
            folder.resolve("tiny.pt"),
            TorchScriptFile.of(
                """
                class Net(Module):
                  __parameters__ = []
                  __buffers__ = []
                  training : bool
                  def forward(self: __torch__.Net,
                    pixels: Tensor) -> Tuple[Tensor, Tensor]:
                    flat = torch.flatten(pixels, 2)
                    means = torch.mean(flat, [2])
                    red = torch.select(means, 1, 0)
                    green = torch.select(means, 1, 1)
                    blue = torch.select(means, 1, 2)
                    first = torch.add(red, green)
                    second = torch.add(green, blue)
                    third = torch.mul(red, 2)
                    embeds = torch.stack([first, second, third, blue], 1)
                    return (torch.transpose(flat, 1, 2), embeds)
                """));
    try (ImageEncoder torch = ImageEncoder.open(file, TINY);
        ImageEncoder patches = ImageEncoder.open(file, TINY.output(0).normalize(false));
        ImageEncoder onnx = open(TinyVision.pair("batch"), TINY)) {
      assertThat(torch.model().engine()).isEqualTo("PyTorch");
      assertThat(torch.batchSize()).isEqualTo(16);
      List<float[]> images = images(21, 8);
      assertNear(torch.encodeAll(images), onnx.encodeAll(images));
      assertThat(patches.encode(IMAGE)).containsExactly(0, 4, 8);
    }
  }

  @Test
  void networkInTrainingMode_isRefused() throws IOException {
    PyTorch.assumeAvailable();
    Path file =
        Files.write(
            folder.resolve("dropout.pt"),
            TorchScriptFile.of(
                """
                class Net(Module):
                  __parameters__ = []
                  __buffers__ = []
                  training : bool
                  def forward(self: __torch__.Net,
                    pixels: Tensor) -> Tensor:
                    return torch.dropout(torch.flatten(pixels, 1), 0.5, True)
                """));
    assertThatThrownBy(() -> ImageEncoder.open(file, TINY))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model dropout.pt gives another vector each time for the same image; switch dropout off"
                + " before it is saved: model.eval() in PyTorch");
  }

  @Test
  void deviceThatIsNotThere_isNamed() {
    assertThatThrownBy(
            () ->
                open(TinyVision.pair("batch"), TINY.model(ModelOptions.standard().device("gpu:7"))))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("on device 'gpu:7'");
  }
}
