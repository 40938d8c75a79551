package io.artrec.examples.gallery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormDataTest {
  private static final String MULTIPART = "multipart/form-data; boundary=xyz";

  @Test
  void fields_areDecoded_andTheFirstOfANameCounts() {
    FormData form =
        FormData.read(
            "application/x-www-form-urlencoded; charset=UTF-8",
            "a=1+2&b=%E4%B8%AD&a=3&c&=d".getBytes(StandardCharsets.UTF_8));
    assertThat(form.value("a")).contains("1 2");
    assertThat(form.value("b")).contains("中");
    assertThat(form.value("c")).isEmpty();
  }

  @Test
  void fileAndField_areParts() {
    byte[] body =
        lines(
            "--xyz",
            "Content-Disposition: form-data; name=\"t\"",
            "",
            "té",
            "--xyz",
            "Content-Disposition: form-data; name=\"f\"; filename=\"a.png\"",
            "Content-Type: image/png",
            "",
            "\0",
            "--x",
            "--xyz--",
            "");
    FormData form = FormData.read(MULTIPART, body);
    assertThat(form.value("t")).contains("té");
    assertThat(form.file("f"))
        .hasValueSatisfying(file -> assertThat(file).isEqualTo(lines("\0", "--x")));
    assertThat(form.value("f")).isEmpty();
  }

  @Test
  void emptyFile_isNone() {
    byte[] body =
        body(
            "--xyz\r\nContent-Disposition: form-data; name=\"f\"; filename=\"\"\r\n\r\n\r\n--xyz--");
    assertThat(FormData.read(MULTIPART, body).file("f")).isEmpty();
  }

  @Test
  void headOfAPart_isBounded() {
    String rest = "name=\"a\"\r\n\r\n1\r\n--xyz--";
    String start = "--xyz\r\nContent-Disposition: form-data;";
    assertThat(FormData.read(MULTIPART, body(start + " ".repeat(3000) + rest)).value("a"))
        .contains("1");
    assertThatThrownBy(() -> FormData.read(MULTIPART, body(start + " ".repeat(5000) + rest)))
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.status()).isEqualTo(400))
        .hasMessageContaining("4096");
  }

  @Test
  void nameInsideAnotherParameter_isNotTheFieldsName() {
    String body =
        "--xyz\r\ncontent-disposition: form-data; filename=\"x\"; name=\"a\"\r\n\r\n1\r\n--xyz--";
    assertThat(FormData.read(MULTIPART, body(body)).file("a")).contains(body("1"));
    String none = "--xyz\r\nContent-Disposition: form-data; surname=\"a\"\r\n\r\n1\r\n--xyz--";
    assertThat(FormData.read(MULTIPART, body(none)).value("a")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data; boundary=\"xyz\"",
        "multipart/form-data; boundary=xyz; charset=UTF-8",
        "multipart/form-data; charset=UTF-8; boundary=xyz"
      })
  void boundary_isFound(String type) {
    byte[] body = lines("--xyz", "Content-Disposition: form-data; name=\"a\"", "", "1", "--xyz--");
    assertThat(FormData.read(type, body).value("a")).contains("1");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 71, 4000})
  void boundaryOfAnImpossibleLength_isRefused(int length) {
    String type = "multipart/form-data; boundary=" + "b".repeat(length);
    assertThatThrownBy(() -> FormData.read(type, body("--b")))
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.status()).isEqualTo(415));
  }

  @Test
  void whatBreaksOff_isRefused() {
    assertThatThrownBy(() -> FormData.read(MULTIPART, body("--xyz\r\nContent-Disposition: form-")))
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.status()).isEqualTo(400));
    assertThatThrownBy(() -> FormData.decoded("%zz")).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> FormData.read("text/plain", new byte[0]))
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.status()).isEqualTo(415));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anyCut_isReadOrRefused(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] whole =
        lines(
            "--xyz",
            "Content-Disposition: form-data; name=\"a\"",
            "",
            "1",
            "--xyz",
            "Content-Disposition: form-data; name=\"b\"; filename=\"c\"",
            "",
            "2",
            "--xyz--",
            "");
    for (int round = 0; round < 200; round++) {
      byte[] bytes = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
      if (bytes.length > 0) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        FormData.read(MULTIPART, bytes);
      } catch (Refusal e) {
        assertThat(e.status()).as("seed %d, round %d", seed, round).isBetween(400, 499);
      }
    }
  }

  private static byte[] lines(String... lines) {
    return body(String.join("\r\n", lines));
  }

  private static byte[] body(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
