package io.artrec.consumers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a program left.
 *
 * @param status its exit status
 * @param text what it printed
 * @param errors what it printed to standard error
 */
record Output(int status, String text, String errors) {
  static Output of(int status, Path text, Path errors) throws IOException {
    return new Output(status, Files.readString(text), Files.readString(errors));
  }
}
