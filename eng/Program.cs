using System.Reflection;
using EcommerceBot.Supply;

// Commands: bill [FILE], check [FOLDER]. Run from the repository's root: dotnet run --project eng -- bill sbom.json
const string Advisories = "security/advisories.json";
var version = Assembly.GetExecutingAssembly().GetName().Version!.ToString(3);
return args switch
{
    ["bill"] => Print(Bill.Write("ecommerce-bot", version, Component.Read(LockFiles("src")))),
    ["bill", var file] => Save(file, Bill.Write("ecommerce-bot", version, Component.Read(LockFiles("src")))),
    ["check"] => Check("."),
    ["check", var folder] => Check(folder),
    _ => Usage(),
};

static IEnumerable<string> LockFiles(string folder) =>
    Directory.EnumerateFiles(folder, "packages.lock.json", SearchOption.AllDirectories).Where(path => !path.Contains("artifacts", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

static int Print(string text)
{
    Console.WriteLine(text);
    return 0;
}

static int Save(string file, string text)
{
    File.WriteAllText(file, text + "\n");
    Console.WriteLine($"{file}: {text.Split("\"type\": \"library\"").Length - 1} packages");
    return 0;
}

static int Check(string folder)
{
    var (advisories, components) = (Advisory.Read(Advisories), Component.Read(LockFiles(folder)));
    var found = (from advisory in advisories from component in components where advisory.Concerns(component) select (advisory, component)).ToList();
    foreach (var (advisory, component) in found)
        Console.Error.WriteLine($"{advisory.Id}: {component.Id} {component.Version} should be {advisory.Fixed} or later. {advisory.What}");
    // A list is only as good as its age, so this never says "safe".
    Console.WriteLine($"{components.Count} packages held against the {advisories.Count} advisories of {Advisories}: {found.Count} concerned. Others are not known here.");
    return found.Count == 0 && components.Count > 0 ? 0 : 1;
}

static int Usage()
{
    Console.Error.WriteLine("Usage: dotnet run --project eng -- bill [FILE] | check [FOLDER]");
    return 2;
}
