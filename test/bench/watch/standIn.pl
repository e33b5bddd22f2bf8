#!/usr/bin/perl
# A stand-in for Claude Code, as far as anybody can tell from outside: it writes its registry entry, fires the hooks
# that --settings gives, and paints. What it does is said by the name of the project it runs in: working*, waiting*
# (for a permission) or background* (its turn is over, a task of its own still runs). It ends when the process that
# JAMA_BENCH_PID names is gone, so that none outlives a bench that was killed.
use strict;
use warnings;
use Cwd qw(getcwd);
use File::Basename qw(basename dirname);
use File::Path qw(make_path);
use JSON::PP;
use Time::HiRes qw(sleep time);

my %option;
while (@ARGV and $ARGV[0] ne '--') { my $name = shift; $option{$name} = shift }
my $task      = $ARGV[1];
my $cwd       = getcwd();
my ($kind)    = basename($cwd) =~ /^(working|waiting|background)/ or die "no kind: $cwd";
my $id        = $option{'--session-id'};
my $recorded  = dirname(__FILE__) . '/../../fixtures/claude/2.1.329';
my $config    = $ENV{CLAUDE_CONFIG_DIR} // "$ENV{HOME}/.claude";
my $entry     = "$config/sessions/$$.json";
my $hooks     = decode_json(slurp($option{'--settings'}))->{hooks};
my ($started) = slurp('/proc/self/stat') =~ /^.*\)(?: \S+){19} (\d+)/s;

$SIG{TERM} = $SIG{HUP} = sub { unlink $entry; exit 143 };
$| = 1;
make_path("$config/sessions");

register('idle');
hook('session-start');
paint($kind eq 'waiting' ? 'permission-bash' : $kind eq 'background' ? 'background' : 'working');
hook('user-prompt-submit', prompt => $task);
register('busy');
if ($kind eq 'waiting')    { hook('permission-request-bash'); register('waiting-permission') }
if ($kind eq 'background') { hook('stop-background');         register('shell') }
work();

# The real program writes ten times a second, some 50 bytes each. Here a second's bytes are one write: the log grows
# alike, and what the painting costs tmux does not drown what looking at it costs.
sub work {
    my @glyphs = split ' ', "\xc2\xb7 \xe2\x9c\xa2 * \xe2\x9c\xb6 \xe2\x9c\xbb \xe2\x9c\xbd \xe2\x9c\xbb \xe2\x9c\xb6 * \xe2\x9c\xa2";
    my $frames = join '', map { "\e[H\r\e[44B\e[38;5;174m$_\e[39m\e[50;1H\e[48;3H" } @glyphs;
    for (my $second = 1; kill 0, $ENV{JAMA_BENCH_PID}; $second++) {
        print $frames, "\e[H\r\e[44B\e[17G\e[38;5;246m${second}s\e[39m\e]0;Claude Code $second\a\e[48;3H" if $kind eq 'working';
        sleep 1;
    }
    unlink $entry;
}

sub register {
    my %entry = %{ decode_json(slurp("$recorded/registry/$_[0].json")) };
    my $now   = int(time * 1000);
    my %own   = (pid => $$, sessionId => $id, cwd => $cwd, procStart => $started, updatedAt => $now, statusUpdatedAt => $now);
    write_to($entry, encode_json({ %entry, %own }));
}

sub hook {
    my ($name, %more) = @_;
    my %payload = %{ decode_json(slurp("$recorded/hooks/$name.json")) };
    my %own     = (session_id => $id, transcript_path => "$config/projects/none/$id.jsonl", cwd => $cwd, %more);
    my $event   = $payload{hook_event_name};
    for my $command (map { $_->{command} } map { @{ $_->{hooks} } } @{ $hooks->{$event} // [] }) {
        open my $shell, '|-', '/bin/sh', '-c', $command or die "hook: $!";
        print $shell encode_json({ %payload, %own });
        close $shell;
    }
}

sub paint {
    my $screen = slurp("$recorded/screens/$_[0].ansi.txt");
    $screen =~ s/\n+\z//;
    $screen =~ s/\n/\r\n/g;
    print "\e[2J\e[H", $screen;
}

sub slurp {
    my ($path) = @_;
    open my $file, '<', $path or die "$path: $!";
    local $/;
    return scalar <$file>;
}

sub write_to {
    my ($path, $text) = @_;
    open my $file, '>', $path or die "$path: $!";
    print $file $text;
    close $file;
}
