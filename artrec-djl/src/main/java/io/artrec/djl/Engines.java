package io.artrec.djl;

import ai.djl.engine.Engine;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Starts DJL's engines, offline. */
final class Engines {
  private static final String OFFLINE = "ai.djl.offline";
  private static final String NO_TRACKING = "OPT_OUT_TRACKING";
  private static final String NO_SECOND_ENGINE = "ai.djl.onnx.disable_alternative";

  /** The binding of the engine that artrec-djl depends on. */
  private static final String PYTORCH_JNI = "2.7.1-0.36.0";

  private Engines() {}

  /**
   * Sets what DJL reads when its classes load, where neither the environment nor the application
   * has: no downloads, no telemetry, no PyTorch beside ONNX Runtime, whose arrays we only move, and
   * no search for graphics cards where there are none.
   */
  static void stayOffline() {
    setUnlessSet(OFFLINE, "DJL_OFFLINE");
    setUnlessSet(NO_TRACKING, NO_TRACKING);
    setUnlessSet(NO_SECOND_ENGINE, NO_SECOND_ENGINE);
    Cuda.spareSearch();
  }

  private static void setUnlessSet(String property, String variable) {
    if (System.getProperty(property) == null && System.getenv(variable) == null) {
      System.setProperty(property, "true");
    }
  }

  static synchronized Engine start(ModelFormat format) {
    stayOffline();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Engines.class.getClassLoader());
    try {
      if (!Engine.hasEngine(format.engine())) {
        throw missing(format, "it is not on the class path", null);
      }
      Engine engine = Engine.getEngine(format.engine());
      if (format == ModelFormat.ONNX) {
        Cuda.spareSearch(engine);
      }
      return engine;
    } catch (RuntimeException | LinkageError | AssertionError e) {
      if (e instanceof ModelException known) {
        throw known;
      }
      String why = reason(e);
      // What DJL says when it would download a native library.
      boolean absent = why.startsWith("Offline mode");
      throw missing(format, absent ? "its native library is not on the class path" : why, e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** The innermost message, which is the one that says something. */
  static String reason(Throwable failure) {
    Throwable inner = failure;
    for (int depth = 0; depth < 16 && inner.getCause() != null; depth++) {
      inner = inner.getCause();
    }
    String message = inner.getMessage();
    return message == null || message.isBlank() ? inner.toString() : message.strip();
  }

  private static EngineMissingException missing(
      ModelFormat format, String why, @Nullable Throwable cause) {
    String lines =
        format == ModelFormat.ONNX
            ? dependency("ai.djl.onnxruntime", "onnxruntime-engine", Engine.getDjlVersion(), null)
            : dependency("ai.djl.pytorch", "pytorch-jni", PYTORCH_JNI, null)
                + dependency("ai.djl.pytorch", "pytorch-native-cpu", "2.7.1", platform());
    String name = format == ModelFormat.ONNX ? "ONNX Runtime" : "PyTorch";
    return new EngineMissingException(
        "the engine "
            + name
            + " cannot start: "
            + why
            + "; it is the application's choice, add to its pom.xml:"
            + lines,
        cause);
  }

  private static String dependency(
      String group, String artifact, String version, @Nullable String classifier) {
    StringBuilder lines = new StringBuilder("\n  <dependency>");
    line(lines, "groupId", group);
    line(lines, "artifactId", artifact);
    line(lines, "version", version);
    if (classifier != null) {
      line(lines, "classifier", classifier);
    }
    line(lines, "scope", "runtime");
    return lines.append("\n  </dependency>").toString();
  }

  private static void line(StringBuilder lines, String name, String value) {
    lines.append("\n    <").append(name).append('>').append(value);
    lines.append("</").append(name).append('>');
  }

  private static String platform() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String os = system.contains("win") ? "win" : system.contains("mac") ? "osx" : "linux";
    String machine = System.getProperty("os.arch", "");
    return os + (machine.equals("aarch64") ? "-aarch64" : "-x86_64");
  }
}
