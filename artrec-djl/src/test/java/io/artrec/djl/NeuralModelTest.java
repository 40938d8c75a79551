package io.artrec.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeuralModelTest {
  @TempDir Path folder;

  private ModelSource source(String name, byte[] content) throws IOException {
    return ModelSource.of(Files.write(folder.resolve(name), content));
  }

  private NeuralModel identity() throws IOException {
    return NeuralModel.open(source("tiny.onnx", TinyOnnx.identity("x")), ModelOptions.standard());
  }

  @Test
  void tensors_goInAndComeOut() throws IOException {
    try (NeuralModel model = identity()) {
      FloatBuffer values = FloatBuffer.wrap(new float[] {1, 2, 3, 4, 5, 6});
      Tensor out = model.run(List.of(Tensor.of("x", values, 2, 3))).get(0);

      assertThat(out.shape()).containsExactly(2, 3);
      assertThat(out.floats()).isEqualTo(values);
      assertThat(out.name()).isEqualTo("out");
      assertThat(model.inputs()).containsExactly("x");
      assertThat(model.device()).isEqualTo("cpu");
      assertThat(model.engine()).isEqualTo("OnnxRuntime");
      assertThat(model.sha256()).hasSize(64);
      assertThat(model.isBatchDependent()).isFalse();
    }
  }

  @Test
  void offlineAndUntracked_unlessTheApplicationSaysOtherwise() throws IOException {
    identity().close();
    assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");
    assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
    System.setProperty("OPT_OUT_TRACKING", "false");
    try {
      identity().close();
      assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("false");
    } finally {
      System.setProperty("OPT_OUT_TRACKING", "true");
    }
  }

  @Test
  void otherInputs_areNamed() throws IOException {
    try (NeuralModel model = identity()) {
      assertThatThrownBy(() -> model.run(List.of(Tensor.of("y", FloatBuffer.allocate(2), 1, 2))))
          .isInstanceOf(InferenceException.class)
          .hasMessage("model tiny.onnx failed on [y[1, 2]]: Invalid input tensor name: y");
    }
  }

  @Test
  void closedModel_isRefused() throws IOException {
    NeuralModel model = identity();
    model.close();
    model.close();
    assertThatThrownBy(() -> model.run(List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("model tiny.onnx is closed");
  }

  @Test
  void deviceThatIsNotThere_isNamed() throws IOException {
    ModelSource source = source("tiny.onnx", TinyOnnx.identity("x"));
    assertThatThrownBy(() -> NeuralModel.open(source, ModelOptions.standard().device("gpu:7")))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith(
            "cannot open model tiny.onnx in folder "
                + folder
                + " on device 'gpu:7': OnnxRuntime finds")
        .hasMessageEndingWith("choose 'cpu' or 'auto', or add the engine's CUDA build");
    assertThatThrownBy(() -> ModelOptions.standard().device("tpu"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("device is 'tpu', expected auto, cpu, gpu or gpu:<number>");
    assertThatThrownBy(() -> ModelOptions.standard().threadsPerRun(0))
        .hasMessage("threadsPerRun is 0, expected 1 or more");
  }

  @Test
  void operatorThatTheEngineLacks_isNamed() throws IOException {
    ModelSource source = source("odd.onnx", TinyOnnx.ofOperator("NoSuchOperator"));
    assertThatThrownBy(() -> NeuralModel.open(source, ModelOptions.standard()))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith(
            "cannot open model odd.onnx in folder " + folder + " with OnnxRuntime: ");
  }

  @Test
  void fileThatIsNoTorchScript_isNamed() throws IOException {
    ModelSource source = source("net.pt", new byte[100]);
    assertThatThrownBy(() -> NeuralModel.open(source, ModelOptions.standard()))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "cannot open model net.pt in folder "
                + folder
                + ": not a TorchScript file (torch.jit.save writes a zip)");
  }

  @Test
  void absentEngine_isNamedWithTheLinesToAdd() throws Exception {
    Files.write(folder.resolve("tiny.onnx"), TinyOnnx.identity("x"));
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!entry.contains("onnxruntime")) {
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), platform)) {
      Class<?> sources = loader.loadClass("io.artrec.djl.ModelSource");
      Class<?> options = loader.loadClass("io.artrec.djl.ModelOptions");
      Object source = sources.getMethod("of", Path.class).invoke(null, folder.resolve("tiny.onnx"));
      Object standard = options.getMethod("standard").invoke(null);
      var open = loader.loadClass("io.artrec.djl.NeuralModel").getMethod("open", sources, options);

      assertThatThrownBy(() -> open.invoke(null, source, standard))
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .satisfies(
              cause ->
                  assertThat(cause.getClass().getName())
                      .isEqualTo("io.artrec.djl.EngineMissingException"))
          .hasMessage(
              """
              the engine ONNX Runtime cannot start: it is not on the class path; it is the application's choice, add to its pom.xml:
                <dependency>
                  <groupId>ai.djl.onnxruntime</groupId>
                  <artifactId>onnxruntime-engine</artifactId>
                  <version>0.38.0</version>
                  <scope>runtime</scope>
                </dependency>""");
    }
  }

  @Test
  void tensorOfOtherSize_isRefused() {
    assertThatThrownBy(() -> Tensor.of("x", FloatBuffer.allocate(5), 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tensor 'x' has 5 values, expected 6 for shape [2, 3]");
  }
}
