// Loaded into a measured process before its own code: tells what the process has used so far, whenever it is asked.
process.on("message", () => {
    process.send(process.resourceUsage());
});
process.channel.unref();
