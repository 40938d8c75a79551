package io.artrec.failing;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The default file system's files, by paths whose every operation may fail. */
public final class FailingFiles extends FileSystemProvider {
  private final FileSystemProvider files;
  private final Failing failing;
  private final FileSystem system;

  private FailingFiles(Path path, Failing failing) {
    this.files = path.getFileSystem().provider();
    this.failing = failing;
    system = new FailingSystem(path.getFileSystem(), this);
  }

  /**
   * Gives a path another name, under which operations may fail.
   *
   * @param path a path of the default file system
   * @param failing says which
   * @return the same place
   */
  public static Path of(Path path, Failing failing) {
    return new FailingFiles(path, failing).wrap(path);
  }

  Path wrap(Path path) {
    return (Path)
        Proxy.newProxyInstance(
            FailingFiles.class.getClassLoader(), new Class<?>[] {Path.class}, new Named(path));
  }

  static Path unwrap(Path path) {
    return Proxy.isProxyClass(path.getClass())
        ? ((Named) Proxy.getInvocationHandler(path)).path
        : path;
  }

  /** A path that knows this file system, and whose relatives do. */
  private final class Named implements InvocationHandler {
    private final Path path;

    Named(Path path) {
      this.path = path;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      if (method.getName().equals("getFileSystem")) {
        return system;
      }
      if (method.getName().equals("toFile")) {
        throw new UnsupportedOperationException("not the default file system");
      }
      if (method.getName().equals("toRealPath")) {
        failing.operation("toRealPath");
      }
      Object[] given = arguments == null ? new Object[0] : arguments.clone();
      for (int i = 0; i < given.length; i++) {
        given[i] = given[i] instanceof Path other ? unwrap(other) : given[i];
      }
      try {
        return wrapped(method.invoke(path, given));
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    private @Nullable Object wrapped(@Nullable Object result) {
      if (result instanceof Path other) {
        return wrap(other);
      }
      if (result instanceof Iterator<?> names) {
        List<Path> all = new ArrayList<>();
        names.forEachRemaining(name -> all.add(wrap((Path) name)));
        return all.iterator();
      }
      return result;
    }
  }

  @Override
  public String getScheme() {
    return "failing";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    return system;
  }

  @Override
  public Path getPath(URI uri) {
    return wrap(files.getPath(uri));
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    failing.operation("open");
    return new FailingChannel(files.newFileChannel(unwrap(path), options, attributes), failing);
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return newFileChannel(path, options, attributes);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    failing.operation("list");
    DirectoryStream<Path> entries =
        files.newDirectoryStream(unwrap(folder), entry -> filter.accept(wrap(entry)));
    return new FailingEntries(entries, this, failing);
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    failing.operation("createDirectory");
    files.createDirectory(unwrap(folder), attributes);
  }

  @Override
  public void delete(Path path) throws IOException {
    failing.operation("delete");
    files.delete(unwrap(path));
  }

  @Override
  public void copy(Path from, Path to, CopyOption... options) throws IOException {
    failing.operation("copy");
    files.copy(unwrap(from), unwrap(to), options);
  }

  @Override
  public void move(Path from, Path to, CopyOption... options) throws IOException {
    failing.operation("move");
    files.move(unwrap(from), unwrap(to), options);
  }

  @Override
  public boolean isSameFile(Path path, Path other) throws IOException {
    return files.isSameFile(unwrap(path), unwrap(other));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return files.isHidden(unwrap(path));
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    return files.getFileStore(unwrap(path));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    files.checkAccess(unwrap(path), modes);
  }

  @Override
  public <V extends FileAttributeView> @Nullable V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return files.getFileAttributeView(unwrap(path), type, options);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    failing.operation("readAttributes");
    return files.readAttributes(unwrap(path), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    failing.operation("readAttributes");
    return files.readAttributes(unwrap(path), attributes, options);
  }

  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options)
      throws IOException {
    failing.operation("setAttribute");
    files.setAttribute(unwrap(path), attribute, value, options);
  }
}
