package io.artrec.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.util.cuda.CudaUtils;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Spares DJL the search for CUDA where there can be none. It searches whatever device is asked for,
 * warns of what it does not find, and has no setting against that, so what it would have found is
 * put where it keeps it. Where that cannot be done DJL searches as ever.
 */
final class Cuda {
  private static final Logger LOG = LoggerFactory.getLogger(Cuda.class);

  /** Asks another process instead of loading a library, unless the answer is there. */
  private static final String ANSWER_KEPT = "ai.djl.util.cuda.fork";

  private static final String PROVIDER =
      "ai/onnxruntime/native/linux-x64/libonnxruntime_providers_cuda.so";
  private static final String PROVIDER_WINDOWS =
      "ai/onnxruntime/native/win-x64/onnxruntime_providers_cuda.dll";

  private Cuda() {}

  /** Has DJL know that the machine has no graphics card, where that is sure. */
  static void spareSearch() {
    if (isPossible() || System.getProperty(ANSWER_KEPT) != null) {
      return;
    }
    try {
      Field answer = CudaUtils.class.getDeclaredField("gpuInfo");
      answer.setAccessible(true);
      System.setProperty(ANSWER_KEPT, "true");
      answer.set(null, new String[] {"0", "", ""});
    } catch (ReflectiveOperationException | RuntimeException e) {
      System.clearProperty(ANSWER_KEPT);
      LOG.debug("DJL looks for CUDA itself", e);
    }
  }

  /** Has ONNX Runtime's CPU build not asked for CUDA, of which it would warn. */
  static void spareSearch(Engine engine) {
    if (isInBuild(engine)) {
      return;
    }
    try {
      Field device = Engine.class.getDeclaredField("defaultDevice");
      device.setAccessible(true);
      if (device.get(engine) == null) {
        device.set(engine, Device.cpu());
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.debug("DJL asks ONNX Runtime for CUDA itself", e);
    }
  }

  /** Whether ONNX Runtime on the class path was built for CUDA. */
  static boolean isInBuild(Engine engine) {
    ClassLoader loader = engine.getClass().getClassLoader();
    return loader.getResource(PROVIDER) != null || loader.getResource(PROVIDER_WINDOWS) != null;
  }

  /** Whether the machine may have NVIDIA's driver, without which there is no CUDA. */
  private static boolean isPossible() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("mac")) {
      return false;
    }
    if (system.contains("win")) {
      String root = System.getenv("SystemRoot");
      return root == null || Files.exists(Path.of(root, "System32", "nvcuda.dll"));
    }
    return !system.contains("linux")
        || Stream.of("/proc/driver/nvidia", "/dev/nvidiactl", "/dev/nvmap", "/dev/dxg")
            .map(Path::of)
            .anyMatch(Files::exists);
  }
}
