package io.artrec.failing;

import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The file system of {@link FailingFiles}. */
final class FailingSystem extends FileSystem {
  private final FileSystem system;
  private final FailingFiles files;

  FailingSystem(FileSystem system, FailingFiles files) {
    this.system = system;
    this.files = files;
  }

  @Override
  public FileSystemProvider provider() {
    return files;
  }

  @Override
  public void close() {}

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public String getSeparator() {
    return system.getSeparator();
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    List<Path> roots = new ArrayList<>();
    system.getRootDirectories().forEach(root -> roots.add(files.wrap(root)));
    return roots;
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return system.getFileStores();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return system.supportedFileAttributeViews();
  }

  @Override
  public Path getPath(String first, String... more) {
    return files.wrap(system.getPath(first, more));
  }

  @Override
  public PathMatcher getPathMatcher(String syntaxAndPattern) {
    PathMatcher matcher = system.getPathMatcher(syntaxAndPattern);
    return path -> matcher.matches(FailingFiles.unwrap(path));
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    return system.getUserPrincipalLookupService();
  }

  @Override
  public WatchService newWatchService() {
    throw new UnsupportedOperationException();
  }
}
