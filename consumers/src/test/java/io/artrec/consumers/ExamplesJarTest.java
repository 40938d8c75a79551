package io.artrec.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The jar of the examples, which this build makes before. */
class ExamplesJarTest {
  @Test
  void jar_startsTheQuickstart_andIsAllowedNativeCode() throws IOException {
    String file = "artrec-examples-" + System.getProperty("artrec.version") + ".jar";
    Path jar = Path.of("..", "examples", "target", file);
    assumeThat(jar).as("the examples' jar, which a build of all modules makes").exists();
    try (JarFile examples = new JarFile(jar.toFile())) {
      Attributes main = examples.getManifest().getMainAttributes();
      assertThat(main.getValue("Main-Class")).isEqualTo("io.artrec.examples.Quickstart");
      assertThat(main.getValue("Enable-Native-Access")).isEqualTo("ALL-UNNAMED");
    }
  }
}
