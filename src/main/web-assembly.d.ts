// Node has WebAssembly; the compiler's types of it are part of the window's library only, which main must not see.
declare namespace WebAssembly {
  class Module {
    // Nominal: a module is only ever made by compile().
    private readonly module: never
  }
  function compile(bytes: ArrayBuffer | ArrayBufferView<ArrayBuffer>): Promise<Module>
}
