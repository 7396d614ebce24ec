/** The part of electron-installer-debian that is used here; it has no types of its own. */
declare module 'electron-installer-debian' {
  interface InstallerData {
    readonly src: string
    readonly dest: string
    readonly arch: string
    readonly rename: (dest: string) => string
    readonly logger: (line: string) => void
    readonly options: Readonly<Record<string, unknown>>
  }

  export class Installer {
    constructor(data: InstallerData)
    readonly options: { packagePaths: string[] }
    readonly stagingDir: string
    readonly stagingAppDir: string
    get contentFunctions(): string[]
    copyApplication(): Promise<void>
    generateDefaults(): Promise<unknown>
    generateOptions(): unknown
    createStagingDir(): Promise<void>
    createContents(): Promise<void>
    createPackage(): Promise<void>
    movePackage(): Promise<void>
  }
}
